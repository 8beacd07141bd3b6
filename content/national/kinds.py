"""What a council inherits and may make its own copy of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from leavingwell.content.models import GlossaryTerm, HelpLine, OfferPage, StandardPage


@dataclass(frozen=True)
class Kind:
    """`facts` are the columns beside the translated texts whose change an editor has to know of."""

    name: str
    label: str | Promise
    model: Any
    facts: tuple[str, ...] = ()

    @property
    def is_page(self) -> bool:
        return issubclass(self.model, Page)

    def national(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model.objects.filter(council=None)
        return rows.filter(live=True).order_by("title", "pk") if self.is_page else rows

    def copies(self, council: int) -> QuerySet[Any]:
        own = self.model.objects.filter(council_id=council, replaces__isnull=False)
        return own.select_related("replaces").order_by("pk")  # type: ignore[no-any-return]

    def own_addresses(self, council: int) -> Iterable[str]:
        """Of live pages that stand for nothing national."""
        if not self.is_page:
            return ()
        return self.model.objects.filter(council_id=council, replaces=None, live=True).values_list("slug", flat=True)  # type: ignore[no-any-return]

    def may(self, user: Any, action: str) -> bool:
        model = Page if self.is_page else self.model
        return bool(policy_registry.get_by_type(model).user_has_permission(user, action))


MONEY = ("value", "value_period")
WHOM = ("phone", "email", "hours", "address", "link")
KINDS = {
    kind.name: kind
    for kind in (
        Kind("offer", _("Offers"), OfferPage, (*MONEY, "youngest", "oldest", *WHOM)),
        Kind("page", _("Pages"), StandardPage),
        Kind("help-line", _("Help lines"), HelpLine, ("phone",)),
        Kind("word", _("Glossary words"), GlossaryTerm),
    )
}


def kind_of(row: Any) -> Kind:
    return next(kind for kind in KINDS.values() if isinstance(row, kind.model))


def kinds_for(user: Any) -> Iterator[Kind]:
    return (kind for kind in KINDS.values() if kind.may(user, "change"))
