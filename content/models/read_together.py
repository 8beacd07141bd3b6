"""Pages that one query has read know of each other: so the pictures and documents in all of them are one query too.

A stream of blocks holds mere numbers of pictures. Wagtail would look them up page by page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.query import PageQuerySet

SIZES = ("width-480|format-webp", "width-960|format-webp")  # in which a picture is offered to front ends
CHOSEN = {"image": "images", "document": "documents"}  # what a block calls its picture or document


class ReadTogether(PageQuerySet):  # type: ignore[misc]
    def _fetch_all(self) -> None:
        fetched = self._result_cache is None
        super()._fetch_all()
        if fetched:
            rows = [row for row in self._result_cache if hasattr(row, "_meta")]
            for row in rows:
                row.read_together = rows


@dataclass(frozen=True)
class Media:
    images: dict[int, Any]
    documents: dict[int, Any]


def chosen(value: Any) -> Iterator[tuple[str, int]]:
    """The pictures and documents in the raw data of a stream, however deep."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in CHOSEN and isinstance(part, int):
                yield CHOSEN[name], part
            else:
                yield from chosen(part)
    elif isinstance(value, list):
        for part in value:
            yield from chosen(part)


def chosen_on(page: Any) -> Iterator[tuple[str, int]]:
    if picture := getattr(page, "picture_id", None):
        yield "images", picture
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            stream = getattr(page, field.attname, None)
            yield from chosen(list(stream.raw_data) if stream else [])


def media_of(page: Any) -> Media:
    """The pictures, with the sizes in which they are shown, and the documents that the page may show."""
    if not hasattr(page, "media_read"):
        together = getattr(page, "read_together", [page])
        found = look_up([one for each in together for one in chosen_on(each)])
        for each in together:
            each.media_read = found
    media: Media = page.media_read
    return media


def look_up(wanted: list[tuple[str, int]]) -> Media:
    images = {key for kind, key in wanted if kind == "images"}
    documents = {key for kind, key in wanted if kind == "documents"}
    pictures = get_image_model().objects.prefetch_renditions(*SIZES).in_bulk(images) if images else {}
    return Media(pictures, get_document_model().objects.in_bulk(documents) if documents else {})
