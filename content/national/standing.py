"""What is shown in a council: its own, and the nation's where nothing of its own stands in place of it."""

from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from wagtail.models import Page

from leavingwell.platform.councils import scope

M = TypeVar("M", bound=Model)


def copies_in_place(model: Any, council: int) -> QuerySet[Any]:
    """Of pages only what is live: a draft stands in place of nothing. Nor do two pages share an address."""
    own = model.objects.filter(council_id=council).order_by()
    if not issubclass(model, Page):
        return own.filter(replaces=OuterRef("pk"))  # type: ignore[no-any-return]
    return own.filter(Q(replaces=OuterRef("pk")) | Q(slug=OuterRef("slug")), live=True)  # type: ignore[no-any-return]


def standing(rows: QuerySet[M]) -> QuerySet[M]:
    """The rows without the national ones that the council has put its own in place of. No query more."""
    council = scope.current()
    if not council:
        return rows
    return rows.filter(Q(council_id=council) | ~Exists(copies_in_place(rows.model, council)))
