"""A text in the language that was asked for, or honestly in another."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from leavingwell.platform.councils.models import Council
from leavingwell.translations.laid_over import improved
from leavingwell.translations.languages import LANGUAGES, SOURCE, Direction, language_of
from leavingwell.translations.standing import standing_of
from leavingwell.translations.trying import tried_texts


class TextStatus(Enum):
    SOURCE = "SOURCE"
    TRANSLATED = "TRANSLATED"
    MISSING = "MISSING"
    MACHINE_DRAFT = "MACHINE_DRAFT"
    REVIEWED = "REVIEWED"
    STALE = "STALE"


@dataclass(frozen=True)
class LocalizedText:
    """`language` and `direction` are those of `value`; `source` is the English, where there is one.

    `status` is that of the language which was asked for.
    """

    value: str
    language: str
    direction: Direction
    is_fallback: bool
    source: str = ""

    @property
    def status(self) -> TextStatus:
        """Costs a look at what translators say of these words, which is kept: ask for it only where it is shown."""
        if self.is_fallback or not self.value:
            return TextStatus.MISSING
        if self.language == SOURCE:
            return TextStatus.SOURCE
        said = standing_of(self.source, self.value, self.language)
        return TextStatus(said.upper()) if said else TextStatus.TRANSLATED


def chain(asked: str, default: str = SOURCE) -> tuple[str, ...]:
    """The languages to try in turn."""
    return tuple(dict.fromkeys((asked, default, SOURCE)))


def council_chain(asked: str, council: Council) -> tuple[str, ...]:
    """The language that was asked for, then those which the council chose for it or else its default, then English."""
    chosen = [code for code in council.language_fallbacks.get(asked, ()) if code in LANGUAGES]
    return tuple(dict.fromkeys((asked, *(chosen or [council.default_language]), SOURCE)))


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
        source=str(texts.get(SOURCE) or ""),
    )


def texts_of(instance: object, field: str) -> Iterator[tuple[str, Any]]:
    """Each translation that a modeltranslation field of `instance` holds, as `(language, value)`."""
    tried = tried_texts(instance, field)
    for code in LANGUAGES:
        value = tried.get(code) or getattr(instance, f"{field}_{code}", None)
        if value:
            yield code, value


def shown_texts_of(instance: object, field: str, languages: Collection[str] = LANGUAGES) -> Iterator[tuple[str, Any]]:
    """As `texts_of`, with the council's own translations of a national text laid over it."""
    ours = improved(instance, field, languages) | tried_texts(instance, field)
    for code in languages:
        value = ours.get(code) or getattr(instance, f"{field}_{code}", None)
        if value:
            yield code, value


def localised(instance: object, field: str, languages: Iterable[str]) -> LocalizedText:
    """A translated field of a model instance, in the first of `languages` in which it has a text."""
    wanted = tuple(languages)
    return first_text(dict(shown_texts_of(instance, field, {*wanted, SOURCE})), wanted)
