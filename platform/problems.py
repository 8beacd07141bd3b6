"""What can be wrong with a request, in one shape for every front end.

A service raises `Problems`; the GraphQL layer, the admin and the portal show it beside the field it names.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import ParamSpec, Self, TypeVar, cast

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Message = str | Promise
Given = ParamSpec("Given")
Found = TypeVar("Found")

NOT_FOR_YOU = _("You may not do that.")
SIGN_IN_FIRST = _("Sign in first.")
CHANGED_MEANWHILE = _("Somebody else has changed this in the meantime. Look at it again.")
THEIRS_NOW = _("Somebody else wrote something different here.")
ID_USED_BEFORE = _("This request id was used for something else.")
TEAM_NEEDED = _("Say which team.")


class ProblemCode(Enum):
    NOT_FOUND = "NOT_FOUND"
    NOT_ALLOWED = "NOT_ALLOWED"
    INVALID = "INVALID"
    CONFLICT = "CONFLICT"
    STALE_VERSION = "STALE_VERSION"
    WRONG_STATE = "WRONG_STATE"
    TOO_LARGE = "TOO_LARGE"
    SIGNING_OWN_WORK = "SIGNING_OWN_WORK"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a code for programs, a field path (`answers.3.choice`), a sentence for people.

    `theirs` is what stands in the field now, where somebody else changed it first: both texts are shown.
    """

    code: ProblemCode
    message: Message
    field: str = ""
    theirs: str | None = None


class Problems(Exception):
    """A service refused: nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("; ".join(f"{p.code.value} {p.field}".strip() for p in self.problems))


class Checks:
    """Makes all checks before it refuses, so that somebody who filled in a form mends it in one go.

        with Checks() as made:
            day = made(checked_day, on, "on", young_person)

    What a check gives can be used after the block, at whose end `Problems` are raised.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __enter__(self) -> Self:
        return self

    def __call__(self, check: Callable[Given, Found], *args: Given.args, **named: Given.kwargs) -> Found:
        try:
            return check(*args, **named)
        except Problems as refused:
            self.problems += refused.problems
            return cast("Found", None)

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        if self.problems and kind is None:
            raise Problems(self.problems)


def refuse(code: ProblemCode, message: Message, field: str = "") -> Problems:
    return Problems([Problem(code, message, field)])


def not_found(field: str = "") -> Problems:
    """Another council's, an invisible and a missing object answer alike."""
    return refuse(ProblemCode.NOT_FOUND, _("We could not find that."), field)


def not_allowed(message: Message = NOT_FOR_YOU, field: str = "") -> Problems:
    return refuse(ProblemCode.NOT_ALLOWED, message, field)


def invalid(message: Message, field: str = "") -> Problems:
    return refuse(ProblemCode.INVALID, message, field)


def wrong_state(message: Message, field: str = "") -> Problems:
    return refuse(ProblemCode.WRONG_STATE, message, field)


def stale(theirs: Mapping[str, object] | None = None) -> Problems:
    """Somebody else was quicker. `theirs` maps each input field that differs to what stands there now.

    The first problem is about `expectedVersion`; one more for each field carries the other text, so that a front end
    can show both side by side and nobody types anything twice.
    """
    first = Problem(ProblemCode.STALE_VERSION, CHANGED_MEANWHILE, "expectedVersion")
    code = ProblemCode.STALE_VERSION
    fields = [Problem(code, THEIRS_NOW, name, "" if now is None else str(now)) for name, now in (theirs or {}).items()]
    return Problems([first, *fields])
