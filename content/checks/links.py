"""Where a page leads: addresses of other websites, and the council's own pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.db.models import URLField
from modeltranslation.fields import TranslationField
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from leavingwell.content.checks.texts import leaves_of, place_of, translated


@dataclass(frozen=True)
class Link:
    """`address` of another website, or `page`, the number of one of our own."""

    language: str
    place: str
    words: str
    address: str = ""
    page: int | None = None


def in_html(html: str, language: str, place: str) -> Iterator[Link]:
    for tag in BeautifulSoup(html or "", "html.parser").find_all("a"):
        words, href = tag.get_text(" ", strip=True), str(tag.get("href") or "")
        if tag.get("linktype") == "page" and str(tag.get("id")).isdigit():
            yield Link(language, place, words, page=int(str(tag["id"])))
        elif href.startswith(("http://", "https://")):
            yield Link(language, place, words, address=href)


def in_stream(page: Any, field: Any, language: str) -> Iterator[Link]:
    for block, value in leaves_of(page, field):
        if isinstance(block, blocks.RichTextBlock):
            yield from in_html(value.source, language, place_of(field))
        elif isinstance(block, blocks.URLBlock) and value:
            yield Link(language, place_of(field), "", address=value)


def in_field(page: Any, field: Any, language: str) -> Iterator[Link]:
    value = getattr(page, field.name)
    if isinstance(field, StreamField):
        yield from in_stream(page, field, language)
    elif isinstance(field, RichTextField):
        yield from in_html(value, language, place_of(field))
    elif isinstance(field, URLField) and value:
        yield Link(language, place_of(field), "", address=value)


def own_fields(page: Any) -> list[Any]:
    """The fields that are the same in every language."""
    originals = {field.translated_field.name for field, _code in translated(page, ["en"])}
    fields = type(page)._meta.local_concrete_fields
    plain = (field for field in fields if not (field.is_relation or isinstance(field, TranslationField)))
    return [field for field in plain if field.name not in originals]


def links_of(page: Any, languages: list[str]) -> Iterator[Link]:
    for field in own_fields(page):
        yield from in_field(page, field, "")
    for translation, language in translated(page, languages):
        yield from in_field(page, translation, language)
