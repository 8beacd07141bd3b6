"""The theme in the admin: colours by plain names, and beside each what is wrong with it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from leavingwell.platform.councils.admin.references import KeepsToTheCouncil
from leavingwell.themes.admin.fields import COLOUR, DERIVED_MODES, EditorFields, name_in
from leavingwell.themes.admin.problems import Trouble, troubles
from leavingwell.themes.contrast import six_digits
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MODES, Palette, complete, plain
from leavingwell.themes.roles import LABELS, ROLES
from leavingwell.themes.services.versions import newest, number_now

SIMPLE = (
    *("shape", "corners", "voice", "body_font", "heading_font", "scene", "logo", "logo_alternative_text"),
    *("logo_clear_space", "favicon", "header_image", "header_alternative_text", "header_is_decoration", "tone_words"),
)


class ThemeForm(KeepsToTheCouncil, EditorFields, WagtailAdminModelForm):  # type: ignore[misc]
    data: Any
    # Never shown: where the model's own check of the whole palette leaves what `clean` has said beside each colour.
    colours = forms.JSONField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was: Palette = self.instance.colours
        self.troubles: list[Trouble] = []
        self.fields["seen"].initial = number_now()
        for name in ("body_font", "heading_font"):
            self.fields[name].initial = getattr(self.instance, name)
        for mode, colours in self.starting().items():
            for role, colour in colours.items():
                self.fields[name_in(mode, role)].initial = colour

    def starting(self) -> dict[str, dict[str, str]]:
        """What each colour field shows at first: every light colour, and of the other sets what was set by hand."""
        light = complete(self.was)["light"]
        own = {mode: self.was.get(mode, {}) for mode in DERIVED_MODES}
        found = {mode: {role: six_digits(own[mode][role]) for role in LABELS if role in own[mode]} for mode in own}
        return {"light": {role.role: six_digits(light[role.role]) for role in ROLES}, **found}

    def typed(self, mode: str) -> dict[str, str]:
        """The colours of a mode as they stand in the form; what is none is left out."""
        values = {role.role: str(self[name_in(mode, role.role)].value() or "") for role in ROLES}
        return {role: value.lower() for role, value in values.items() if COLOUR.fullmatch(value)}

    def own_colours(self) -> dict[str, dict[str, str]]:
        """The theme's colours with those of the form: only what differs from what would be there by itself."""
        found = {mode: {role: colour for role, colour in self.was.get(mode, {}).items() if role not in LABELS}
                 for mode in MODES}  # fmt: skip
        light = {
            **{role: six_digits(colour) for role, colour in complete(self.was)["light"].items()},
            **self.typed("light"),
        }
        found["light"] |= {role: light[role] for role in LABELS if light[role] != six_digits(plain()[role])}
        for mode in DERIVED_MODES:
            found[mode] |= self.typed(mode)
        return {mode: colours for mode, colours in found.items() if colours or mode == "light"}

    def draft(self) -> Theme:
        """The look of the form as it stands, unsaved: what cannot be used gives way to what was there."""
        given = getattr(self, "cleaned_data", {})
        values = {name: given[name] if name in given else getattr(self.instance, name) for name in SIMPLE}
        return Theme(colours=self.own_colours() if self.is_bound else self.was, **values)

    def clean(self) -> Any:
        cleaned = super().clean()
        self.instance.colours = self.own_colours()
        self.troubles = troubles(self.instance.colours, complete(self.instance.colours))
        for one in self.troubles:
            self.add_error(one.field, one.words)
        self.check_that_nobody_was_quicker()
        return cleaned

    def check_that_nobody_was_quicker(self) -> None:
        seen = self.cleaned_data.get("seen")
        version = newest()
        if seen is None or version is None or version.number == seen:
            return
        who = version.saved_by.name if version.saved_by else _("Somebody else")
        words = _(
            "%s has saved the look while you had it open. What you chose still stands here: "
            "look at the earlier looks, then save again."
        )
        self.add_error(None, words % who)
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = str(version.number)  # they have been told: the next time it is saved
