"""A text in the language that was asked for, or honestly in another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from leavingwell.translations.languages import LANGUAGES, SOURCE, Direction, language_of


class TextStatus(Enum):
    SOURCE = "SOURCE"
    TRANSLATED = "TRANSLATED"
    MISSING = "MISSING"


@dataclass(frozen=True)
class LocalizedText:
    """`language` and `direction` are those of `value`; `status` is that of the language which was asked for."""

    value: str
    language: str
    direction: Direction
    is_fallback: bool
    status: TextStatus


def chain(asked: str, default: str = SOURCE) -> tuple[str, ...]:
    """The languages to try in turn."""
    return tuple(dict.fromkeys((asked, default, SOURCE)))


def status_of(asked: str, found: str | None) -> TextStatus:
    if found != asked:
        return TextStatus.MISSING
    return TextStatus.SOURCE if asked == SOURCE else TextStatus.TRANSLATED


def first_text(texts: Mapping[str, Any], languages: Iterable[str]) -> LocalizedText:
    """The first text that is there. None at all is an empty text in the language that was asked for."""
    wanted = tuple(languages)
    found = next((code for code in wanted if texts.get(code)), None)
    code = found or wanted[0]
    return LocalizedText(
        value=str(texts.get(code) or ""),
        language=code,
        direction=language_of(code).direction,
        is_fallback=found is not None and found != wanted[0],
        status=status_of(wanted[0], found),
    )


def texts_of(instance: object, field: str) -> Iterator[tuple[str, Any]]:
    """Each translation that a modeltranslation field of `instance` holds, as `(language, value)`."""
    for code in LANGUAGES:
        value = getattr(instance, f"{field}_{code}", None)
        if value:
            yield code, value


def localised(instance: object, field: str, languages: Iterable[str]) -> LocalizedText:
    """A translated field of a model instance, in the first of `languages` in which it has a text."""
    return first_text(dict(texts_of(instance, field)), languages)
