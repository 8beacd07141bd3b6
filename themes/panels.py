"""A small picture of the portal in the theme's colours, above the fields that set them."""

from typing import Any

from wagtail.admin.panels import Panel


class PreviewPanel(Panel):  # type: ignore[misc]
    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "themes/admin/preview.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            colours = {role.replace("-", "_"): colour for role, colour in self.form.shown_colours().items()}
            return {**context, "colours": colours}
