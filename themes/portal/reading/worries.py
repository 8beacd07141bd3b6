"""What a goal is to be made of: the young person's own words, the area of life, and who could not read them before."""

from dataclasses import dataclass
from typing import Any

LONGEST = 500  # characters of a goal
KINDS = {"wish": ("actionId", "action"), "check-in": ("checkInId", "checkIn"), "question": ("questionCode", "question")}
AREA = "area"
Found = dict[str, Any]


@dataclass(frozen=True)
class Worry:
    """`asked` is what the words were an answer to, a `LocalizedText`.

    Of a check-in there are also its `face`, whom it is `shared_with`, and the `goals` that came of it before.
    """

    kind: str
    source: str
    area: str = ""
    said: str = ""
    language: str = ""
    asked: Found | None = None
    face: int | None = None
    shared_with: str = ""
    goals: tuple[Found, ...] = ()
    version: int = 0

    @property
    def api_input(self) -> dict[str, str]:
        return {KINDS[self.kind][0] if self.kind in KINDS else AREA: self.source}

    @property
    def goal_words(self) -> str:
        """What a goal can begin with: all of it, or nothing."""
        return self.said if len(self.said.strip()) <= LONGEST else ""


def variables(kind: str, source: str) -> dict[str, Any]:
    """For the document of the page."""
    if kind == AREA:
        return {}
    flag = {"wish": "isWish", "check-in": "isCheckIn", "question": "isQuestion"}[kind]
    return {KINDS[kind][1]: source, flag: True}


def worry_of(kind: str, source: str, data: Found) -> Worry | None:
    """None where there is no such thing, or not any more."""
    read = {"wish": wish, "check-in": check_in, "question": question, AREA: area}[kind]
    return read(source, data)


def wish(source: str, data: Found) -> Worry | None:
    plan = data["youngPerson"]["plan"]
    found = plan["action"]
    if not found or found["status"] != "DRAFT":
        return None
    answers = plan["response"]["answers"] if plan["response"] else []
    answer: Found = next((one for one in answers if one["question"]["code"] == found["questionCode"]), {})
    title = {"value": found["title"], "language": found["language"], "direction": ""}
    return Worry("wish", source, code_of(found["domain"]), **words_of(answer), asked=title, version=found["version"])


def check_in(source: str, data: Found) -> Worry | None:
    found = data["youngPerson"]["checkIn"]
    if not found:
        return None
    said = {"said": found["note"], "language": found["language"]}
    shared = {"face": found["face"], "shared_with": found["sharedWith"], "goals": tuple(found["goals"])}
    return Worry("check-in", source, code_of(found["area"]), **said, **shared)


def question(source: str, data: Found) -> Worry | None:
    response = data["youngPerson"]["plan"]["response"]
    asked = response["questionnaire"]["question"] if response else None
    if not asked:
        return None
    domains = response["questionnaire"]["domains"]
    home = next((one["code"] for one in domains if any(q["code"] == source for q in one["questions"])), "")
    return Worry("question", source, home, **words_of(response["answer"]), asked=asked["text"])


def area(source: str, data: Found) -> Worry | None:
    domains = {one["code"]: one for one in data["questionnaire"]["domains"]}
    return Worry(AREA, source, source, asked=domains[source]["title"]) if source in domains else None


def code_of(domain: Found | None) -> str:
    return str(domain["code"]) if domain else ""


def words_of(answer: Found | None) -> Found:
    return {"said": answer["comment"], "language": answer["language"]} if answer else {}


def new_readers(worry: Worry, person: Found, domain: str) -> list[str]:
    """Who may read a goal about `domain` and not what it is made of: supporters, by their names."""
    return [
        one["person"]["name"]
        for one in person["supporters"]
        if "GOALS" in one["parts"] and sees(one, domain) and not could_read(one, worry)
    ]


def sees(supporter: Found, area: str) -> bool:
    """No areas mean all. While nobody knows what the goal will be about, it may be about theirs."""
    return not supporter["domainCodes"] or not area or area in supporter["domainCodes"]


def could_read(supporter: Found, worry: Worry) -> bool:
    """A check-in, or an answer; of an area of life, and of an answer without words, there is nothing to read."""
    if worry.kind == "check-in":
        return worry.shared_with == "WORKER_AND_SUPPORTERS"
    if worry.kind == AREA or not worry.said:
        return True
    return "ANSWERS" in supporter["parts"] and (not supporter["domainCodes"] or worry.area in supporter["domainCodes"])
