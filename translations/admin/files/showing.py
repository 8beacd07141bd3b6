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
    state: State
    title: Any
    rows: list[Row]

    @property
    def shown(self) -> list[Row]:
        return self.rows[:SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.rows) - SHOWN)

    @property
    def is_open(self) -> bool:
        return self.state in (State.CONFLICT, State.STALE) or len(self.rows) <= SHOWN // 10


def groups(plan: Plan) -> list[Group]:
    found = [Group(state, title, plan.of(state)) for state, title in TITLES.items()]
    return [group for group in found if group.rows]
