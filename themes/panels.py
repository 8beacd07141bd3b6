"""A small picture of the portal in the theme's colours, above the fields that set them."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from leavingwell.themes.contrast import pairs
from leavingwell.themes.roles import ROLES, name_of


def contrast_rules(colours: dict[str, str]) -> dict[str, Any]:
    """What `admin.js` needs to say at once which colours are too close."""
    used = list(pairs(False))
    named = {role for front, back, _least in used for role in (front, back)}
    return {
        "pairs": used,
        "colours": colours,
        "names": {role: name_of(role) for role in named},
        "fields": {role.role: role.field for role in ROLES},
        "words": {"close": _("Too close to"), "needs": _("to 1, needs"), "code": _("code")},
    }


class PreviewPanel(Panel):  # type: ignore[misc]
    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "themes/admin/preview.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            colours = self.form.shown_colours()
            return {**context, "colours": colours, "contrast": contrast_rules(colours)}
