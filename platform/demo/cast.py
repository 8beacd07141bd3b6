"""The people to walk around with: each told in `data/<council>/cast.json`, days counted from today."""

from datetime import date, datetime
from functools import cached_property
from random import Random
from typing import Any

from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.sheets import Sheet, Sheets
from leavingwell.platform.demo.standing import said_for
from leavingwell.platform.demo.stories import (
    SELF,
    WORKER,
    CheckedIn,
    LetIn,
    Reviewed,
    Said,
    Story,
    ToDo,
    Tried,
    Wanted,
    WentWrong,
    Wrote,
)
from leavingwell.platform.people.dates import months_after, years_before
from leavingwell.platform.plans.models import Action, Review
from leavingwell.platform.plans.services.reviewing import ASSESSMENT_MONTHS
from leavingwell.translations.languages import SOURCE

Data = dict[str, Any]


class Teller:
    """Tells one person's story from its data."""

    def __init__(self, data: Data, clock: Clock, sheets: Sheets, review_every: int) -> None:
        self.data, self.clock, self.sheets, self.review_every = data, clock, sheets, review_every
        self.chance = Random(f"cast/{data['key']}")
        self.language = data.get("language", SOURCE)

    def day(self, offset: int | None) -> date | None:
        return None if offset is None else self.clock.day(offset)

    def moment(self, offset: int | None, time: str = "") -> datetime | None:
        if offset is None:
            return None
        hour, minute = map(int, time.split(":")) if time else (self.chance.randint(10, 16), self.chance.randrange(60))
        return self.clock.at(self.clock.day(offset), hour, minute)

    def surely(self, offset: int, time: str = "") -> datetime:
        moment = self.moment(offset, time)
        assert moment
        return moment

    def sheet(self, review: Data) -> Sheet:
        return self.sheets.on(self.clock.day(review["started"]))

    def answers(self, review: Data) -> list[Said]:
        return said_for(self.sheet(review), review["standing"], review.get("answers", {}), self.chance)

    def review(self, data: Data, due_on: date) -> Reviewed:
        started = self.surely(data["started"], "00:30" if not data["started"] else "09:05")
        answered = data["answered"]
        return Reviewed(
            started=started,
            due_on=due_on,
            answered=started if answered is None else max(started, self.surely(answered, data.get("time", ""))),
            channel=data["channel"],
            language=self.language,
            state=data.get("state", Review.State.CURRENT.value),
            answers=self.answers(data),
            with_interpreter=data.get("with_interpreter", False),
            finished=self.moment(data.get("submitted"), "16:10"),
            submitted=self.moment(data.get("submitted"), "16:20"),
            authorised=self.moment(data.get("authorised"), "11:15"),
        )

    @cached_property
    def reviews(self) -> list[Reviewed]:
        due = months_after(self.clock.day(self.data["reviews"][0]["started"]), ASSESSMENT_MONTHS)
        found = []
        for data in self.data["reviews"]:
            found.append(self.review(data, due))
            if "authorised" in data:
                due = months_after(self.clock.day(data["authorised"]), self.review_every)
        return found

    def action(self, data: Data, domain: str, goal: int | None) -> ToDo:
        done = self.moment(data.get("done"))
        return ToDo(
            title=data["title"],
            domain=domain,
            owners=tuple(data["owners"]),
            added=self.surely(data["added"]),
            language=str(data.get("language", self.language)),
            status=data.get("status", (Action.Status.DONE if done else Action.Status.OPEN).value),
            added_by=data.get("added_by", WORKER),
            due_on=self.day(data.get("due")),
            goal=goal,
            done=done,
            done_by=data.get("done_by", ""),
            measure=data.get("measure", ""),
            reason=data.get("reason", ""),
            went_well=data.get("went_well", ""),
        )

    def goal(self, data: Data) -> Wanted:
        return Wanted(
            words=data["words"],
            domain=data["domain"],
            contingency=data["contingency"],
            wanted_by=self.day(data.get("wanted_by")),
            language=self.language,
            added=self.surely(data["added"]),
            added_by=data.get("added_by", SELF),
            state=data.get("state", "open"),
            term=data.get("term", "short"),
            finished=self.moment(data.get("finished")),
            because=data.get("because", ""),
        )

    def actions(self) -> list[ToDo]:
        goals = self.data.get("goals", [])
        of_goals = [
            self.action(one, goal["domain"], place)
            for place, goal in enumerate(goals)
            for one in goal.get("actions", [])
        ]
        others = [self.action(one, one["domain"], None) for one in self.data.get("actions", [])]
        return of_goals + others + self.wished_help()

    def wished_help(self) -> list[ToDo]:
        """What was asked for in the latest sitting and waits for the worker: as the product drafts it."""
        latest, data = self.reviews[-1], self.data["reviews"][-1]
        sheet = self.sheet(data)
        return [
            ToDo(
                title=sheet.words(one.question, self.language),
                domain=sheet.domain_of(one.question),
                owners=(WORKER,),
                added=latest.answered,
                language=self.language,
                status=Action.Status.DRAFT.value,
                added_by=SELF,
                question=one.question,
            )
            for one in latest.answers
            if one.wants_help
        ]

    def comment(self, data: Data) -> Wrote:
        author = data.get("author", SELF)
        language = self.language if author == SELF else SOURCE
        return Wrote(
            body=data["body"],
            language=language,
            at=self.surely(data["on"], data.get("time", "")),
            author=author,
            part=data.get("part", ""),
            audience=data.get("audience", "supporters"),
            kind=data.get("kind", "comment"),
            answers=data.get("answers"),
            goal=data.get("goal"),
            read_by=tuple(data.get("read_by", ())),
        )

    def check_in(self, data: Data) -> CheckedIn:
        return CheckedIn(
            face=data["face"],
            at=self.surely(data["on"], data.get("time", "")),
            language=self.language,
            note=data.get("note", ""),
            area=data.get("area", ""),
            shared_with=data.get("shared_with", "worker"),
            call=data.get("call", "no"),
        )

    def attempt(self, data: Data) -> Tried:
        return Tried(self.clock.day(data["on"]), data["channel"], data["reached"], data["outcome"])

    def crisis(self, data: Data) -> WentWrong:
        started = self.clock.day(data["started"])
        return WentWrong(data["cause"], data["response"], started, data["worked"], self.day(data.get("closed")))

    def supporter(self, data: Data) -> LetIn:
        since = self.surely(data["since"])
        return LetIn(data["person"], data["relationship"], data["parts"], data.get("domains", []), since, data["kind"])

    def many(self, part: str, tell: Any) -> list[Any]:
        return [tell(one) for one in self.data.get(part, [])]

    def story(self) -> Story:
        data, reviews = self.data, self.reviews
        authorised = [one.authorised for one in reviews if one.authorised]
        return Story(
            key=data["key"],
            name=data["name"],
            email=data["key"],
            born=years_before(self.clock.day(data["birthday"]), data["age"]),
            category=data["category"],
            state=data["state"],
            home=data["home"],
            worker=data["worker"],
            former_worker=data.get("former_worker", ""),
            allocated_on=self.clock.day(data["allocated"]),
            added=self.surely(data["added"]),
            joined=self.moment(data["joined"]),
            last_contact_on=self.clock.day(data["last_contact"]),
            language=data.get("language", ""),
            legal_name=data.get("legal_name", ""),
            pronouns=data["pronouns"],
            phone=data.get("phone", ""),
            reading=data.get("reading", ""),
            needs=data.get("needs", ""),
            celebrates=data.get("celebrates", False),
            current_until=months_after(authorised[-1].date(), self.review_every) if authorised else None,
            reviews=reviews,
            goals=self.many("goals", self.goal),
            actions=self.actions(),
            comments=self.many("comments", self.comment),
            check_ins=self.many("check_ins", self.check_in),
            attempts=self.many("attempts", self.attempt),
            crises=self.many("crises", self.crisis),
            supporters=self.many("supporters", self.supporter),
        )


def cast_of(data: list[Data], clock: Clock, sheets: Sheets, review_every: int) -> list[Story]:
    return [Teller(one, clock, sheets, review_every).story() for one in data]
