"""What an import does, told from the questionnaire before and after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leavingwell.questionnaires.changes import Subject
from leavingwell.questionnaires.conditions import questions_of

Content = Mapping[str, Any]
NAMES: dict[str, str | Promise] = {
    "added": _("Added as your own questions, under codes of your own"),
    "hidden": _("Not asked any more (hidden, not deleted)"),
    "shown": _("Asked again"),
    "words": _("Other words"),
    "media": _("Other pictures or recordings"),
    "rules": _("Other rules of your own questions"),
    "show_when": _("Asked under another condition"),
    "tell_a_person": _("Somebody is told after other answers"),
    "order": _("Asked in another order"),
}
WORDS = {"text", "help", "prompt", "title", "label"}
RULES = ("answer_type", "level", "limits")


@dataclass(frozen=True)
class Step:
    """One kind of change, and the questions, areas and answer types that it touches."""

    kind: str
    subjects: tuple[str, ...]

    @property
    def name(self) -> str:
        return str(NAMES[self.kind])


def by_code(content: Content) -> dict[str, Any]:
    return {question["code"]: question for question in questions_of(content)}


def differing(before: Content, after: Content, *names: str) -> list[str]:
    """The questions that are in both, and differ in one of these."""
    old, new = by_code(before), by_code(after)
    both = [code for code in new if code in old]
    return [code for code in both if any(old[code][name] != new[code][name] for name in names)]


def orders(content: Content, known: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """The areas, under an empty name, and the questions of each."""
    yield "", [domain["code"] for domain in content["domains"]]
    for domain in content["domains"]:
        yield domain["code"], [one["code"] for one in domain["questions"] if one["code"] in known]


def moved(before: Content, after: Content) -> list[str]:
    """The areas whose questions are asked in another order; all areas where these are."""
    old, new = dict(orders(before, by_code(after))), dict(orders(after, by_code(before)))
    areas = new.pop("") if old[""] != new[""] else []
    return [*areas, *(code for code, order in new.items() if code and code not in areas and old.get(code) != order)]


def steps(before: Content, after: Content, subjects: list[Subject]) -> list[Step]:
    """`subjects` are the changes between the two."""
    old, new = by_code(before), by_code(after)
    came = [code for code in new if code not in old]
    words = [one.code for one in subjects if any(change.place.part in WORDS for change in one.changes)]
    gone = [code for code in old if code not in new]
    found = {
        "added": [code for code in came if new[code]["is_own"]],
        "shown": [code for code in came if not new[code]["is_own"]],
        "hidden": gone,
        "words": [code for code in words if code not in came and code not in gone],
        "media": differing(before, after, "media"),
        "rules": [code for code in differing(before, after, *RULES) if new[code]["is_own"]],
        "show_when": differing(before, after, "show_when"),
        "tell_a_person": differing(before, after, "tell_a_person"),
        "order": moved(before, after),
    }
    return [Step(kind, tuple(codes)) for kind, codes in found.items() if codes]
