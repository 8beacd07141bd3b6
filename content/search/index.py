"""The words of a council's offers, kept in memory and brought up to date when an offer has changed.

The database is asked each time which rows there are and whether they changed, by their versions; only the texts of
those that did are read again. So nothing has to be told when somebody publishes, and no reader sees another council.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.db.models import CharField, Func
from django.db.models.functions import Concat
from django.utils.html import strip_tags

from leavingwell.content.models import OfferPage
from leavingwell.content.search.folding import words_of
from leavingwell.platform.councils import scope
from leavingwell.translations.languages import LANGUAGES

WEIGHTS = {"heading": 4, "summary": 2, "who_it_is_for": 1, "body": 1, "how_to_get_it": 1, "evidence": 1, "provider": 1}
COUNCILS = 50  # whose words a process keeps
Words = dict[str, int]  # a folded word, and the weight of the most telling text that holds it


@dataclass(frozen=True)
class Entry:
    version: str
    words: Words
    written: dict[str, dict[str, str]]  # language -> folded word -> as it is written


@dataclass
class Index:
    entries: dict[int, Entry] = field(default_factory=dict)
    holders: dict[str, dict[int, int]] = field(default_factory=dict)  # word -> offer -> weight

    def written(self, word: str, languages: Iterable[str]) -> str | None:
        """The word as an offer writes it in the first of the languages that has it."""
        for language in languages:
            for pk in self.holders.get(word, ()):
                if found := self.entries[pk].written.get(language, {}).get(word):
                    return found
        return None


class RowVersion(Func):
    """PostgreSQL's own mark of a row's version: another after each change, in whatever way it was made."""

    template = "(%(table)s.xmin::text || %(table)s.ctid::text)"
    output_field = CharField()

    def __init__(self, table: str) -> None:
        super().__init__(table=f'"{table}"')


def versions(rows: Any) -> dict[int, str]:
    marked = rows.order_by().annotate(
        version=Concat(RowVersion("content_offerpage"), RowVersion("wagtailcore_page"), output_field=CharField())
    )
    return dict(marked.values_list("pk", "version"))


def columns() -> list[str]:
    translated = [f"{name}_{code}" for name in WEIGHTS if name != "provider" for code in LANGUAGES]
    return [*translated, "provider"]


def entry(version: str, texts: Mapping[str, str | None]) -> Entry:
    words: Words = {}
    written: dict[str, dict[str, str]] = defaultdict(dict)
    for column, text in texts.items():
        name, _cut, language = column.rpartition("_") if column != "provider" else (column, "", "en")
        for folded, as_written in words_of(plain(text)) if text else ():
            words[folded] = max(words.get(folded, 0), WEIGHTS[name])
            written[language].setdefault(folded, as_written)
    return Entry(version, words, dict(written))


def plain(html: str) -> str:
    """A rich text's words; marks stand between some of them."""
    return strip_tags(html.replace("<", " <")) if "<" in html else html


def built(rows: Any, before: Index) -> Index:
    current = versions(rows)
    if {pk: one.version for pk, one in before.entries.items()} == current:
        return before
    kept = {pk: one for pk, one in before.entries.items() if current.get(pk) == one.version}
    wanted = [pk for pk in current if pk not in kept]
    texts = OfferPage._base_manager.filter(pk__in=wanted).values("pk", *columns())
    fresh = {row.pop("pk"): row for row in texts}
    entries = {**kept, **{pk: entry(current[pk], row) for pk, row in fresh.items()}}
    holders: dict[str, dict[int, int]] = defaultdict(dict)
    for pk, one in entries.items():
        for word, weight in one.words.items():
            holders[word][pk] = weight
    return Index(entries, dict(holders))


_kept: OrderedDict[int | None, Index] = OrderedDict()
_lock = Lock()


def index_of(rows: Any) -> Index:
    """The words of these offers of the council whose scope is open: one query, two where something has changed."""
    council = scope.current()
    with _lock:
        before = _kept.get(council, Index())
    now = built(rows, before)
    with _lock:
        _kept[council] = now
        _kept.move_to_end(council)
        while len(_kept) > COUNCILS:
            _kept.popitem(last=False)
    return now
