"""The theme in the admin: colours by plain names, and beside each what is wrong with it."""

import re
from collections import defaultdict
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from leavingwell.platform.councils.admin.references import KeepsToTheCouncil
from leavingwell.themes.contrast import Failure, channels, failures, nearest_for
from leavingwell.themes.palettes import complete, plain
from leavingwell.themes.roles import LABELS, ROLES, ColourRole, field_name, name_of

MODE = "light"  # the other modes have palettes of their own, which are kept as they are
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
SIX_DIGITS = RegexValidator(rf"^{COLOUR.pattern}\Z", gettext_lazy("Give a colour like #1d4f7c."))


def six_digits(colour: str) -> str:
    """What a colour input understands: `#fff` is `#ffffff` there."""
    return "#" + "".join(f"{channel:02x}" for channel in channels(colour))


def colour_field(role: ColourRole) -> forms.CharField:
    return forms.CharField(
        label=role.label,
        help_text=role.help,
        validators=[SIX_DIGITS],
        widget=forms.TextInput(attrs={"type": "color", "class": "theme-colour"}),
    )


def by_field(found: list[Failure]) -> dict[str | None, list[tuple[Failure, str]]]:
    """The failing pairs by the role whose field can mend them, each with its other role; None when no field can."""
    groups: dict[str | None, list[tuple[Failure, str]]] = defaultdict(list)
    for failure in found:
        role, other = failure.front, failure.back
        if role not in LABELS and other in LABELS:
            role, other = other, role
        groups[role if role in LABELS else None].append((failure, other))
    return groups


def explanation(role: str | None, found: list[tuple[Failure, str]], colours: dict[str, str]) -> str:
    pairs = ", ".join(
        # never rounded up to a pass
        _("“%(other)s” (%(ratio).2f to 1, needs %(least)s)")
        % {"other": name_of(other), "ratio": int(failure.ratio * 100) / 100, "least": failure.least}
        for failure, other in found
    )
    words = _("Too close to %s.") % pairs
    if role and (nearest := nearest_for(role, colours)):
        return f"{words} {_('The nearest that passes is %s.') % nearest}"
    return words


ColourFields: Any = type("ColourFields", (forms.Form,), {role.field: colour_field(role) for role in ROLES})


class ThemeForm(KeepsToTheCouncil, ColourFields, WagtailAdminModelForm):  # type: ignore[misc]
    # Never shown: where the model's own check of the whole palette leaves what `clean` has said beside each colour.
    colours = forms.JSONField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = complete(self.instance.colours)[MODE]
        for role in ROLES:
            self.fields[role.field].initial = six_digits(now[role.role])

    def shown_colours(self) -> dict[str, str]:
        """The colours as they stand in the form, for the preview; a value that is none gives way to the theme's."""
        shown = complete(self.instance.colours)[MODE]
        for role in ROLES:
            value = str(self[role.field].value() or "")
            if COLOUR.fullmatch(value):
                shown[role.role] = value
        return shown

    def new_colours(self) -> dict[str, dict[str, str]]:
        """The theme's own colours with those of the form: only what differs from the plain palette."""
        kept = {role: colour for role, colour in self.instance.colours.get(MODE, {}).items() if role not in LABELS}
        for role in ROLES:
            colour = self.cleaned_data.get(role.field, "").lower()
            if colour and colour != six_digits(plain()[MODE][role.role]):
                kept[role.role] = colour
        return {**self.instance.colours, MODE: kept}

    def clean(self) -> Any:
        cleaned = super().clean()
        colours = self.shown_colours()
        self.instance.colours = self.new_colours()
        for role, found in by_field(failures(colours)).items():
            self.add_error(field_name(role) if role else None, explanation(role, found, colours))
        return cleaned
