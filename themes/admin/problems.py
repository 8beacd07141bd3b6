"""What is wrong with the colours of a form: beside which field, in which words, and which colour would mend it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from leavingwell.themes.admin.fields import name_in
from leavingwell.themes.contrast import Failure, failures, nearest_for
from leavingwell.themes.palettes import MODES, Palette
from leavingwell.themes.roles import LABELS, name_of

Pair = tuple[Failure, str]


@dataclass(frozen=True)
class Trouble:
    """`field` is None where no field of the form can mend it; `nearest` where no single colour can."""

    field: str | None
    words: str
    role: str
    nearest: str | None = None


def mender(failure: Failure, own: Mapping[str, str], mode: str) -> str | None:
    """The role whose field can mend a failing pair: in a derived set, one that was set by hand there."""
    both = failure.front, failure.back
    if mode != "light" and (by_hand := next((role for role in both if role in own and role in LABELS), None)):
        return by_hand
    return next((role for role in both if role in LABELS), None)


def pairs_in_words(found: list[Pair]) -> str:
    return ", ".join(
        # never rounded up to a pass
        _("“%(other)s” (%(ratio).2f to 1, needs %(least)s)")
        % {"other": name_of(other), "ratio": int(failure.ratio * 100) / 100, "least": failure.least}
        for failure, other in found
    )


def trouble(mode: str, role: str | None, found: list[Pair], colours: Mapping[str, str]) -> Trouble:
    words = _("Too close to %s.") % pairs_in_words(found)
    if role is None:
        return Trouble(None, f"{name_of(found[0][0].front)}: {words}", found[0][0].front)
    nearest = nearest_for(role, colours, high_contrast=mode.startswith("contrast"))
    if nearest:
        advice = _("The nearest that passes is %s.") % nearest
        words = f"{words} {advice}"
    return Trouble(name_in(mode, role), words, role, nearest)


def in_mode(mode: str, own: Mapping[str, str], colours: Mapping[str, str]) -> list[Trouble]:
    groups: dict[str | None, list[Pair]] = defaultdict(list)
    for failure in failures(colours, high_contrast=mode.startswith("contrast")):
        role = mender(failure, own, mode)
        groups[role].append((failure, failure.back if failure.front == role or role is None else failure.front))
    return [trouble(mode, role, found, colours) for role, found in groups.items()]


def troubles(own: Palette, shown: Palette) -> list[Trouble]:
    """Of every mode. `own` is what the council set by hand, `shown` every role of every mode."""
    return [one for mode in MODES for one in in_mode(mode, own.get(mode, {}), shown[mode])]
