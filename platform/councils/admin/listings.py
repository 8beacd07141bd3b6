"""Takes out of Wagtail's lists what would tell of other councils, or lead to an address that is closed.

Wagtail has no setting for these; the walk in tests/admin fails if they come back.
"""

from typing import Any

from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet

from leavingwell.platform.councils.admin.allowed import BULK_ACTIONS


def leave_out_sites() -> None:
    """The filter by site offers those of all councils, by name."""
    for filters in (PageFilterSet, GenericPageFilterSet):
        for known in (filters.base_filters, filters.declared_filters):
            known.pop("site", None)


def leave_out_closed_bulk_actions() -> None:
    """No buttons for actions on many rows at once that the guard does not serve."""
    every = bulk_action_registry.get_bulk_actions_for_model

    def served(app_label: str, model_name: str) -> list[Any]:
        found = every(app_label, model_name)
        return [action for action in found if (app_label, model_name, action.action_type) in BULK_ACTIONS]

    bulk_action_registry.get_bulk_actions_for_model = served
