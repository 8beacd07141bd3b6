"""What a file would change, as it is shown: by what becomes of the texts, the old words beside the new ones."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from leavingwell.translations.exchange.comparing import Plan, Row, State

SHOWN = 200  # rows of one kind: nobody reads more on one page
TITLES = {
    State.CONFLICT: _("Left out: somebody wrote something else here since the file was made"),
    State.GONE: _("Left out: these texts are used no more"),
    State.STALE: _("The English has changed since the file was made: they come in, and are marked"),
    State.CHANGED: _("Changed"),
    State.CONFIRMED: _("The same words, now said to be right"),
    State.NEW: _("New"),
}


@dataclass(frozen=True)
class Group:
    """`shown` are the first rows of all that there are."""

    state: State
    shown: list[Row]
    number: int

    @property
    def title(self) -> Any:
        return TITLES[self.state]

    @property
    def more(self) -> int:
        return self.number - len(self.shown)

    @property
    def is_open(self) -> bool:
        return self.state in (State.CONFLICT, State.STALE) or self.number <= SHOWN // 10


@dataclass(frozen=True)
class Looked:
    """What a person is shown of a plan: small enough to be kept beside its file. `writes`: how many texts it changes.

    `told` are its faults.
    """

    language: str
    told: list[str]
    fingerprint: str
    writes: int
    counts: dict[str, int]
    groups: list[Group]


def looked(plan: Plan) -> Looked:
    found = [(state, plan.of(state)) for state in TITLES]
    groups = [Group(state, rows[:SHOWN], len(rows)) for state, rows in found if rows]
    return Looked(plan.language, plan.told[:SHOWN], plan.fingerprint, len(plan.writes), plan.counts, groups)
