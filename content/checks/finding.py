"""What the checks find on a page, as it stands in memory: a draft, or what somebody just typed."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from leavingwell.content.blocks import PictureBlock
from leavingwell.content.checks.links import Link, links_of
from leavingwell.content.checks.rules import plain, said_of, shortened
from leavingwell.content.checks.texts import Piece, leaves_of, pieces, place_of, translated
from leavingwell.content.models import CheckedLink, ContentFinding
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.panels import languages_in_scope
from leavingwell.translations.readability import TARGET_AGE, readability

Kind = ContentFinding.Kind
ENOUGH = 30  # words: the age of a shorter text is chance
MOST = 100  # findings kept of one page


def finding(kind: str, language: str = "", place: str = "", words: str = "") -> ContentFinding:
    return ContentFinding(kind=kind, language=language, place=place[:100], words=words[:300])


def of_pieces(found: Iterable[Piece]) -> Iterator[ContentFinding]:
    for piece in found:
        for kind, words in said_of(piece):
            yield finding(kind, piece.language, piece.place, words)


def hard_to_read(found: Iterable[Piece]) -> Iterator[ContentFinding]:
    """The page's English as a whole. There is no formula that holds for the other languages."""
    text = ". ".join(plain(piece) for piece in found if piece.language == SOURCE)
    reading = readability(text)
    if reading.words >= ENOUGH and reading.reading_age is not None and reading.reading_age > TARGET_AGE:
        words = _("Reading age %(age)d. We aim at %(target)d.")
        yield finding(Kind.HARD_TO_READ, SOURCE, "", words % {"age": reading.reading_age, "target": TARGET_AGE})


def not_translated(page: Any, languages: list[str]) -> Iterator[ContentFinding]:
    """One for each language, with the fields that have an English text and none in it."""
    missing: dict[str, list[str]] = {}
    for field, language in translated(page, languages):
        source = getattr(page, f"{field.translated_field.name}_{SOURCE}", None)
        if source and language != SOURCE and not getattr(page, field.name):
            missing.setdefault(language, []).append(place_of(field))
    for language, places in missing.items():
        yield finding(Kind.NOT_TRANSLATED, language, "", shortened(", ".join(places)))


def pictures(page: Any, languages: list[str]) -> Iterator[ContentFinding]:
    if getattr(page, "picture_id", None) and not (getattr(page, "picture_text_en", "") or "").strip():
        yield finding(Kind.NO_PICTURE_TEXT, SOURCE, str(_("Picture")))
    for field, language in translated(page, languages):
        for block, value in leaves_of(page, field) if isinstance(field, StreamField) else ():
            if isinstance(block, PictureBlock) and not (value["decoration"] or value["alternative_text"].strip()):
                yield finding(Kind.NO_PICTURE_TEXT, language, place_of(field), str(value["image"] or ""))


def broken(links: list[Link]) -> Iterator[ContentFinding]:
    """Two queries, whatever the number of links."""
    addresses = {link.address for link in links if link.address}
    rows = CheckedLink.objects.filter(address__in=addresses, state=CheckedLink.State.BROKEN)
    dead = {row.address: row.answer for row in rows} if addresses else {}
    pages = {link.page for link in links if link.page}
    there = set(Page.objects.live().filter(pk__in=pages).values_list("pk", flat=True)) if pages else set()
    for link in links:
        if link.address in dead:
            yield finding(Kind.BROKEN_LINK, link.language, link.place, f"{link.address} ({dead[link.address]})")
        elif link.page and link.page not in there:
            words = _("“%s” leads to a page that is not published.") % shortened(link.words)
            yield finding(Kind.BROKEN_LINK, link.language, link.place, words)


def found_on(page: Any) -> list[ContentFinding]:
    """Not saved. `page` is one of our kinds of page."""
    languages = languages_in_scope()
    texts = list(pieces(page, languages))
    every = (
        *broken(list(links_of(page, languages))),
        *pictures(page, languages),
        *not_translated(page, languages),
        *hard_to_read(texts),
        *of_pieces(texts),
    )
    return list(every)[:MOST]
