"""No tags: Wagtail keeps those of all councils in one table, and offers the most used ones as filters to everybody.

Our forms have none (`uploads`), so there should never be any; should some be there, nothing shows them. Wagtail has no
setting for it: the walk in tests/admin fails if it stops working.
"""

from typing import Any

from wagtail.admin import filters
from wagtail.images.views import chooser


def none_at_all(model: Any, count: int = 0) -> list[Any]:
    return []


def leave_out_popular_tags() -> None:
    filters.popular_tags_for_model = none_at_all
    chooser.popular_tags_for_model = none_at_all
