"""The panels of the theme editor: the preview above, and beside each colour the nearest that passes."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from wagtail.admin.panels import FieldPanel, Panel

from leavingwell.themes.admin.board import board, coverages
from leavingwell.themes.admin.fields import DERIVED, DERIVED_MODES, name_in
from leavingwell.themes.checks import MODE_NAMES
from leavingwell.themes.palettes import complete
from leavingwell.themes.roles import ROLES


def mend_of(form: Any, field: str) -> dict[str, Any]:
    """What the button beside a field needs; empty where nothing is to be mended."""
    found = next((one for one in form.troubles if one.field == field and one.nearest), None)
    return {"field": field, "colour": found.nearest, "label": form[field].label} if found else {}


class ColourPanel(FieldPanel):  # type: ignore[misc]
    """A colour, with a button that takes over the nearest that passes."""

    class BoundPanel(FieldPanel.BoundPanel):  # type: ignore[misc]
        def render_html(self, parent_context: Any = None) -> str:
            mend = render_to_string("themes/admin/mend.html", mend_of(self.form, self.field_name))
            return format_html("{}{}", super().render_html(parent_context), mend)


class FontPanel(FieldPanel):  # type: ignore[misc]
    """A choice of typeface, with what draws the languages of the council."""

    class BoundPanel(FieldPanel.BoundPanel):  # type: ignore[misc]
        def render_html(self, parent_context: Any = None) -> str:
            words = coverages(self.request, self.form)[self.field_name]
            told = format_html('<p class="theme-coverage" data-coverage="{}">{}</p>', self.field_name, words)
            return format_html("{}{}", super().render_html(parent_context), told)


class OwnFieldsPanel(Panel):  # type: ignore[misc]
    """Draws fields of the form by itself: they are named, or Wagtail would draw them a second time."""

    names: tuple[str, ...] = ()

    def get_form_options(self) -> dict[str, Any]:
        return {**super().get_form_options(), "fields": list(self.names)}


class PreviewPanel(OwnFieldsPanel):
    names = ("preview_mode", "preview_width", "seen")

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "themes/admin/preview.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            switches = [self.form[name] for name in ("preview_mode", "preview_width")]
            return {**context, "form": self.form, "switches": switches, "board": board(self.request, self.form)}


class DerivedPanel(OwnFieldsPanel):
    """The sets made from the light colours: a row for each role, a column for each set."""

    names = tuple(DERIVED)

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "themes/admin/derived.html"

        def cell(self, mode: str, role: str, colour: str) -> dict[str, Any]:
            name = name_in(mode, role)
            bound = self.form[name]
            bound.field.widget.attrs["aria-label"] = f"{bound.label}, {MODE_NAMES[mode]}"
            by_hand = bool(bound.value())
            return {"field": bound, "colour": colour, "by_hand": by_hand, "mend": mend_of(self.form, name)}

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            colours = complete(self.form.draft().colours)
            rows = [
                {
                    "label": role.label,
                    "cells": [self.cell(mode, role.role, colours[mode][role.role]) for mode in DERIVED_MODES],
                }
                for role in ROLES
            ]
            return {**context, "modes": [MODE_NAMES[mode] for mode in DERIVED_MODES], "rows": rows}
