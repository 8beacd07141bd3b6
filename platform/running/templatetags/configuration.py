"""Telling what a file would change."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from leavingwell.platform.councils.configuration.outcome import Outcome, State
from leavingwell.platform.problems import Message

register = template.Library()


@register.filter
def state_labels(plan: Any) -> list[Message]:
    return [state.label for state in State]


@register.filter
def numbers(outcome: Outcome) -> list[int]:
    return [len(outcome.of(state)) for state in State]


@register.filter
def only_here(outcome: Outcome) -> bool:
    return bool(outcome.of(State.ONLY_HERE))


@register.filter
def groups(outcome: Outcome) -> list[tuple[Message, list[Any], bool]]:
    """`(title, rows, whether it is unfolded)`: what somebody has to look at is."""
    told: list[tuple[Message, list[Any], bool]] = [
        (State.NEW.label, outcome.of(State.NEW), True),
        (State.CHANGED.label, outcome.of(State.CHANGED), True),
        (_("Left out"), outcome.left_out, True),
        (State.ONLY_HERE.label, outcome.of(State.ONLY_HERE), False),
    ]
    return [group for group in told if group[1]]
