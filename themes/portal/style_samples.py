"""What the page of the look shows: every component with a young person who does not exist."""

import re
from copy import copy
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django import forms
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from leavingwell.themes.contrast import LEAST_PART, PART_PAIRS, TEXT_PAIRS, pairs, ratio
from leavingwell.themes.palettes import MODES
from leavingwell.themes.portal.look_preview import SOMEBODY, action, area, somebody, standings, text

SPRITE = Path(__file__).parent / "static" / "portal" / "icons.svg"
MODE_NAMES = {
    "light": gettext_lazy("Light"),
    "dark": gettext_lazy("Dark"),
    "contrast": gettext_lazy("Strong contrast"),
    "contrast_dark": gettext_lazy("Strong contrast, dark"),
}


class SampleForm(forms.Form):
    """Two fields that are right and one that is not."""

    name = forms.CharField(label=gettext_lazy("What should we call you?"))
    note = forms.CharField(label=gettext_lazy("Anything to add?"), required=False, widget=forms.Textarea({"rows": 2}))
    way = forms.ChoiceField(
        label=gettext_lazy("How do you like to talk?"),
        choices=[("call", gettext_lazy("A call")), ("visit", gettext_lazy("A visit"))],
    )
    agree = forms.BooleanField(label=gettext_lazy("Remind me the day before"), required=False)


@cache
def icon_names() -> list[str]:
    return re.findall(r'<symbol id="([a-z-]+)"', SPRITE.read_text(encoding="utf-8"))


def palettes(colours: dict[str, dict[str, str]]) -> list[dict[str, Any]]:
    """Each mode's pairs of colours, with how far apart they are and how far they must be."""
    return [{"name": MODE_NAMES[mode], "pairs": told(colours[mode], "contrast" in mode)} for mode in MODES]


def told(colours: dict[str, str], high: bool) -> list[dict[str, Any]]:
    known = set(TEXT_PAIRS) | set(PART_PAIRS)
    return [
        {
            "front": colours[front],
            "back": colours[back],
            "names": f"{front} / {back}",
            "ratio": f"{ratio(colours[front], colours[back]):.1f}",
            "least": f"{least:g}",
            "is_text": least > LEAST_PART,
        }
        for front, back, least in pairs(high)
        if (front, back) in known
    ]


def goal() -> dict[str, Any]:
    steps = [{**action(), "status": "DONE", "doneBy": None, "doneAt": timezone.now().isoformat(), "wentWell": ""}]
    return {
        "id": SOMEBODY,
        "domain": area("HOME", _("Home")),
        "words": _("A warm room of my own"),
        "language": get_language(),
        "state": "OPEN",
        "term": "SHORT",
        "steps": [True, False],
        "done": 1,
        "wantedBy": (timezone.localdate() + timedelta(days=60)).isoformat(),
        "actions": [*steps, action()],
        "contingency": _("I ring Marlow, and we look for another room."),
    }


def check_ins() -> list[dict[str, Any]]:
    now = timezone.now()
    return [
        {"id": str(face), "face": face, "sentAt": (now - timedelta(days=30 - 6 * place)).isoformat(), "note": ""}
        for place, face in enumerate((2, 3, 3, 4, 5))
    ]


def context(colours: dict[str, dict[str, str]]) -> dict[str, Any]:
    next_area = {**area("MONEY", _("Money")), "left": 3, "minutes": 2, "next_question": "MON-01"}
    return {
        "icons": icon_names(),
        "palettes": palettes(colours),
        "form": SampleForm({"name": "", "note": _("I like the mornings."), "way": "call", "agree": "on"}),
        "faces": [1, 2, 3, 4, 5],
        "levels": ["TODAY", "WEEK", "SOON"],
        "standings": [*standings(), {"domain": area("WORK", _("Work")), "phase": "NOT_ENOUGH_ANSWERS", "change": None}],
        "next": {"kind": "carry_on", "area": next_area},
        "worker": {"name": _("Marlow"), "phone": "01632 960 001", "hours": _("Monday to Friday, 9 to 5")},
        "action": action(),
        "goal": goal(),
        "check_ins": check_ins(),
        "shares": [(_("Yes"), 62), (_("Partly"), 27), (_("No"), 11)],
        "said": text(_("I want to cook for my friends.")),
    }


def draw(request: HttpRequest, shell: dict[str, Any]) -> str:
    """The components as the made-up young person would see them; round them stays the reader's own page."""
    asked: Any = copy(request)
    asked.portal_shell = {**shell, "viewer": somebody()}
    told = context(shell["council"]["theme"]["tokens"]["colours"])
    samples = render_to_string("portal/style_samples.html", told, request=asked)
    return samples.replace('tabindex="-1" autofocus', 'tabindex="-1"')  # no form came back: it opens at its top
