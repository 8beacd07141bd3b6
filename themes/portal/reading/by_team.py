"""Colleagues to choose from, under the names of their teams."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

Groups = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class Colleague:
    id: str
    words: str
    team: str | None


def by_team(colleagues: Collection[Colleague], *, first: Collection[str]) -> Groups:
    """`first` names the teams whose members are mostly meant; who is in no team stands last."""
    teams = sorted({one.team for one in colleagues}, key=lambda team: (team not in first, team is None, team or ""))
    return [
        (team or _("In no team"), [(one.id, one.words) for one in colleagues if one.team == team]) for team in teams
    ]
