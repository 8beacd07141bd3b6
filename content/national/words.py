"""What the nation said when a council made its copy, what it says now, and what the council says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Field
from django.utils.text import capfirst

from leavingwell.content.national.kinds import kind_of
from leavingwell.translations.forms import label_of, translations_of
from leavingwell.translations.languages import LANGUAGES, SOURCE, Language
from leavingwell.translations.panels import languages_in_scope

Column = tuple[Any, Language | None]  # a translated column and its language, or a fact


@dataclass(frozen=True)
class Line:
    """One national text beside the council's. `before` is what the nation said when the council last looked."""

    column: str
    label: str
    language: Language
    before: str
    now: str
    ours: str

    @property
    def has_changed(self) -> bool:
        return self.before != self.now

    @property
    def differs(self) -> bool:
        return self.ours != self.now

    @property
    def is_empty(self) -> bool:
        return not (self.before or self.now or self.ours)


def columns_of(row: Any) -> Iterator[Column]:
    yield from translations_of(type(row))
    yield from ((row._meta.get_field(name), None) for name in kind_of(row).facts)


def text_of(row: Any, field: Field[Any, Any]) -> str:
    return "" if getattr(row, field.attname) is None else field.value_to_string(row)


def words_of(row: Any) -> dict[str, str]:
    """Every text that is there, in every language, by its column."""
    texts = {field.attname: text_of(row, field) for field, _language in columns_of(row)}
    return {column: text for column, text in texts.items() if text}


def lines(own: Any, national: Any, languages: Sequence[str]) -> list[Line]:
    """In these languages, without those where nobody says anything."""
    found = []
    for field, language in columns_of(own):
        if language and language.code not in languages:
            continue
        label = label_of(field, language) if language else str(capfirst(field.verbose_name))
        before, now, ours = own.national_words.get(field.attname, ""), text_of(national, field), text_of(own, field)
        found.append(Line(field.attname, label, language or LANGUAGES[SOURCE], before, now, ours))
    return [line for line in found if not line.is_empty]


def has_drifted(own: Any, national: Any, languages: Sequence[str] | None = None) -> bool:
    """The nation has changed something since, in the council's languages. It costs no query when those are given."""
    return any(line.has_changed for line in lines(own, national, languages or languages_in_scope()))
