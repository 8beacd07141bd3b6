"""The texts of a page, piece by piece: their language, their field, and the plain words or the HTML they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from modeltranslation.fields import TranslationField
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from leavingwell.translations.forms import translations_of

Leaf = tuple[Any, Any]  # a block and its value


@dataclass(frozen=True)
class Piece:
    """`html` holds rich text as the database has it, `words` everything else. `place` is the field's label."""

    language: str
    place: str
    words: str = ""
    html: str = ""


def leaves(block: Any, value: Any) -> Iterator[Leaf]:
    """Every block inside a stream's value, the structures themselves before what they hold."""
    if value is None:
        return
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from leaves(child.block, child.value)
    elif isinstance(block, blocks.StructBlock):
        yield block, value
        for name, child in block.child_blocks.items():
            yield from leaves(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from leaves(block.child_block, child)
    else:
        yield block, value


def leaves_of(page: Any, field: Any) -> Iterator[Leaf]:
    value = getattr(page, field.name)
    if value:
        yield from leaves(field.stream_block, value)


def place_of(field: Any) -> str:
    original = field.translated_field if isinstance(field, TranslationField) else field
    return str(capfirst(original.verbose_name))


def translated(page: Any, languages: list[str]) -> Iterator[tuple[TranslationField, str]]:
    """The page's translated columns in these languages."""
    for field, language in translations_of(type(page)):
        if language.code in languages:
            yield field, language.code


def pieces(page: Any, languages: list[str]) -> Iterator[Piece]:
    """What somebody would read on the page, in each of the languages."""
    for field, language in translated(page, languages):
        place, value = place_of(field), getattr(page, field.name)
        if isinstance(field, RichTextField):
            yield Piece(language, place, html=value or "")
        elif isinstance(field, StreamField):
            yield from (in_block(language, place, *leaf) for leaf in leaves_of(page, field))
        else:
            yield Piece(language, place, words=value or "")


def in_block(language: str, place: str, block: Any, value: Any) -> Piece:
    if isinstance(block, blocks.RichTextBlock):
        return Piece(language, place, html=value.source)
    if type(block) in (blocks.CharBlock, blocks.TextBlock):
        return Piece(language, place, words=value or "")
    return Piece(language, place)
