"""What the checks find, at the top of a page's form: about the version that the form was opened with."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, Panel, TabbedInterface

from leavingwell.translations.languages import LANGUAGES

CHECKS = _("Content checks")


class ChecksPanel(Panel):  # type: ignore[misc]
    """No field of the form: only words."""

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "content/checks/panel.html"

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from leavingwell.content.checks.finding import found_on  # the models of pages need this module

            found = found_on(self.instance)
            names = {code: language.english_name for code, language in LANGUAGES.items()}
            rows = [(one, names.get(one.language, "")) for one in found]
            return {**super().get_context_data(parent_context), "rows": rows}


def with_checks(tabs: TabbedInterface) -> TabbedInterface:
    """The same tabs, with the checks on top of the first."""
    first, *others = tabs.children
    about = ObjectList([ChecksPanel(), *first.children], heading=first.heading)
    return TabbedInterface([about, *others], base_form_class=tabs.base_form_class)
