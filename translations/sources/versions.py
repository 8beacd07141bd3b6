"""Versions of pages: what waits in them, beside what is live."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from modeltranslation.fields import TranslationField
from wagtail.models import Page, Revision


def columns_of(model: Any) -> frozenset[str]:
    """The columns that hold texts, in every language."""
    return frozenset(field.name for field in model._meta.get_fields() if isinstance(field, TranslationField))


def as_drafted(rows: Sequence[Any]) -> None:
    """Gives pages that are not live the texts of their latest version, which their columns do not know."""
    drafts = {row.latest_revision_id: row for row in rows if isinstance(row, Page) and not row.live}
    wanted = [pk for pk in drafts if pk]
    for revision in Revision.objects.filter(pk__in=wanted) if wanted else ():
        row = drafts[revision.pk]
        for name in columns_of(type(row)) & revision.content.keys():
            setattr(row, name, revision.content[name])


def waiting(page: Any) -> list[Revision]:
    """What may yet be published: the latest version, and one that has a day for it."""
    return list(page.revisions.filter(Q(pk=page.latest_revision_id) | Q(approved_go_live_at__isnull=False)))
