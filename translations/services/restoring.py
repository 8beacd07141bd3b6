"""An older version of a page becomes the newest one: its English comes back, approved translations of it stay."""

import json
from typing import Any

from wagtail.models import Revision

from leavingwell.translations.languages import SOURCE
from leavingwell.translations.models import Translation
from leavingwell.translations.sources import streams
from leavingwell.translations.sources.versions import as_drafted


def plain(value: Any) -> Any:
    """A value of a column or a version, to compare with another."""
    return streams.raw_of(value) if hasattr(value, "stream_block") else value or ""


def in_version(version: Revision, column: str, value: Any) -> Any:
    kept = version.content.get(column) or ""
    return json.loads(kept or "[]") if hasattr(value, "stream_block") else kept


def keep_approved(page: Any, restored: Revision) -> None:
    """Before `page` is saved with what the version `restored` held. Saves nothing itself.

    Where its English is what is there today, and the editor has changed nothing of a translation that was restored,
    today's approved translation takes its place.
    """
    today = type(page).objects.filter(pk=page.pk).first()
    if today is None:
        return
    as_drafted([today])
    for field, language in approved_fields(page):
        column, source = f"{field}_{language}", f"{field}_{SOURCE}"
        mine = getattr(page, column)
        is_untouched = plain(mine) == in_version(restored, column, mine)
        if is_untouched and plain(getattr(page, source)) == plain(getattr(today, source)):
            setattr(page, column, getattr(today, column))


def approved_fields(page: Any) -> list[tuple[str, str]]:
    """The fields and languages of which people have approved what is shown."""
    rows = Translation.objects.filter(
        unit__object_type=page._meta.label_lower, unit__object_id=str(page.pk), unit__gone=False
    )
    rows = rows.filter(council=page.council_id, reviewed_at__isnull=False).exclude(applied_hash="")
    return list(rows.order_by().values_list("unit__field", "language").distinct())
