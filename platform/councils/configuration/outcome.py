"""What bringing a file in does, told row by row."""

from dataclasses import dataclass, field
from enum import Enum

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Message


class State(Enum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ONLY_HERE = "only_here"

    @property
    def label(self) -> Message:
        return LABELS[self]


LABELS = {
    State.NEW: _("New"),
    State.CHANGED: _("Changed"),
    State.SAME: _("The same"),
    State.ONLY_HERE: _("Only here: stays"),
}


@dataclass(frozen=True)
class Difference:
    """One row: of what kind, under which name, and which of its fields change."""

    state: State
    kind: str
    name: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """One row that cannot be brought in, and why."""

    kind: str
    name: str
    why: str


@dataclass
class Outcome:
    differences: list[Difference] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def add(self, other: "Outcome") -> None:
        self.differences += other.differences
        self.left_out += other.left_out

    def of(self, state: State) -> list[Difference]:
        return [one for one in self.differences if one.state == state]

    @property
    def changes(self) -> list[Difference]:
        return [one for one in self.differences if one.state in (State.NEW, State.CHANGED)]
