"""The fields of the theme editor that are not fields of the theme: one for each colour of each set."""

import re
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.curated import CURATED, choices
from leavingwell.themes.palettes import MODES
from leavingwell.themes.roles import ROLES, ColourRole, field_name

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
SIX_DIGITS = RegexValidator(rf"^{COLOUR.pattern}\Z", _("Give a colour like #1d4f7c."))
DERIVED_MODES = MODES[1:]
WIDTHS = (("phone", _("Phone")), ("desktop", _("Computer")))
PREVIEW_MODES = (
    ("light", _("Light")),
    ("dark", _("Dark")),
    ("contrast", _("High contrast")),
    ("contrast_dark", _("Dark high contrast")),
)


def name_in(mode: str, role: str) -> str:
    """The form's field for a role in a mode."""
    return field_name(role) if mode == "light" else f"{mode}_{field_name(role)}"


def light_field(role: ColourRole) -> forms.CharField:
    return forms.CharField(
        label=role.label,
        help_text=role.help,
        validators=[SIX_DIGITS],
        widget=forms.TextInput(attrs={"type": "color", "class": "theme-colour"}),
    )


def derived_field(role: ColourRole) -> forms.CharField:
    """Empty: the colour is made from the light ones."""
    attributes = {"class": "theme-code", "maxlength": 7, "spellcheck": "false", "autocomplete": "off", "dir": "ltr"}
    return forms.CharField(
        label=role.label, required=False, validators=[SIX_DIGITS], widget=forms.TextInput(attrs=attributes)
    )


def font_field(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, initial=next(iter(CURATED)))


def radio(label: Any, options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=options, required=False, initial=options[0][0], widget=forms.RadioSelect
    )


LIGHT = {name_in("light", role.role): light_field(role) for role in ROLES}
DERIVED = {name_in(mode, role.role): derived_field(role) for mode in DERIVED_MODES for role in ROLES}
OTHERS = {
    "body_font": font_field(_("Letters of the text")),
    "heading_font": font_field(_("Letters of headings")),
    "preview_mode": radio(_("Colours"), PREVIEW_MODES),
    "preview_width": radio(_("Screen"), WIDTHS),
    "seen": forms.IntegerField(required=False, widget=forms.HiddenInput),
}
EditorFields: Any = type("EditorFields", (forms.Form,), {**LIGHT, **DERIVED, **OTHERS})
