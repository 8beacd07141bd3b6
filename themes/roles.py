"""The colour roles that an editor sets by hand, with plain names. The others keep what the theme has."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


def field_name(role: str) -> str:
    return f"colour_{role.replace('-', '_')}"


@dataclass(frozen=True)
class ColourRole:
    role: str
    label: Any
    help: Any = ""

    @property
    def field(self) -> str:
        return field_name(self.role)


BRAND = (
    ColourRole("brand", _("Brand colour"), _("Behind the name of the council, at the top of each page.")),
    ColourRole("brand-ink", _("Text on the brand colour")),
    ColourRole("brand-quiet", _("Quiet text on the brand colour")),
)
BUTTONS = (
    ColourRole("accent", _("Buttons")),
    ColourRole("accent-ink", _("Text on buttons")),
    ColourRole("accent-hover", _("Buttons under the pointer")),
    ColourRole("accent-soft", _("Soft colour"), _("Behind what is chosen.")),
    ColourRole("accent-soft-ink", _("Text on the soft colour")),
)
PAGE = (
    ColourRole("page-bg", _("Page background")),
    ColourRole("ink", _("Text")),
    ColourRole("ink-2", _("Quiet text")),
    ColourRole("link", _("Links")),
    ColourRole("second", _("Second colour"), _("Headings and small marks.")),
    ColourRole("focus", _("Ring around what the keyboard is on")),
)
ROLES = (*BRAND, *BUTTONS, *PAGE)
LABELS = {role.role: role.label for role in ROLES}
NAMES: dict[str, Any] = {
    **LABELS,
    "surface": _("Cards"),
    "sunken": _("Set-back areas"),
    "edge": _("Borders of fields"),
    "second-soft": _("Soft second colour"),
    "second-soft-ink": _("Text on the soft second colour"),
    "focus-halo": _("Halo of the ring"),
    "error": _("Errors"),
    "positive": _("Good news"),
    "attention": _("Warnings"),
    "chart-1": _("First colour of charts"),
    "chart-2": _("Second colour of charts"),
}


def name_of(role: str) -> str:
    return str(NAMES.get(role, role))
