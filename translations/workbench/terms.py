"""The glossary's words in an English text, and how translators say each of them in a language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from leavingwell.platform.councils import scope
from leavingwell.translations.checks.finding import Finding, Severity
from leavingwell.translations.models import Area, Kind, TermRendering, Translation, TranslationUnit
from leavingwell.translations.registry import Words
from leavingwell.translations.workbench.units import in_scope

WORD_FIELD = "term"  # of the glossary: its other texts explain the word
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
ENDING = r"(?:['’]s|e?s)?"


@dataclass(frozen=True)
class Term:
    """`say` is the rendering that is required, `never` those that are not to be used. `unit` is that of the word."""

    term: str
    say: str
    never: tuple[str, ...]
    unit: Any

    @property
    def pattern(self) -> str:
        words = r"\s+".join(re.escape(word) for word in self.term.split())
        return rf"(?<!\w){words}{ENDING}(?!\w)"

    @property
    def never_lines(self) -> str:
        return "\n".join(self.never)

    @property
    def stays(self) -> bool:
        """Whether the word is not translated."""
        return self.say.casefold() == self.term.casefold()


def glossary() -> QuerySet[TranslationUnit]:
    """The words of the scope that is open, the council's own last, so that they stand over the nation's."""
    return in_scope().filter(area=Area.WORDS, field=WORD_FIELD).order_by("-council_id", "source")


def own_or_national(rows: QuerySet[Any], by: str) -> dict[Any, Any]:
    """One row for each unit: the council's, else the nation's. `by` names the column with the unit's key."""
    whose = Q(council=None) | Q(council=scope.current()) if scope.current() else Q(council=None)
    found = sorted(rows.filter(whose), key=lambda row: row.council_id is not None)
    return {getattr(row, by): row for row in found}


def terms(language: str, units: Iterable[TranslationUnit]) -> list[Term]:
    """Two queries for any number of words."""
    chosen = list(units)
    keys = [unit.pk for unit in chosen]
    said = own_or_national(Translation.objects.filter(unit__in=keys, language=language), "unit_id")
    rules = own_or_national(TermRendering.objects.filter(term__in=keys, language=language), "term_id")
    return [term(unit, said.get(unit.pk), rules.get(unit.pk)) for unit in chosen]


def term(unit: TranslationUnit, said: Any, rule: Any) -> Term:
    say = (rule.say if rule else "") or (said.text if said else "")
    return Term(unit.source.strip(), say.strip(), tuple(rule.never) if rule else (), unit)


def terms_in(unit: TranslationUnit, language: str) -> list[Term]:
    """Those that the unit's English uses, the longest first. Three queries, one where it uses none."""
    text = TAG.sub(" ", f"{unit.source} {unit.source_plural}")
    by_word: dict[str, TranslationUnit] = {}
    for one in glossary():
        if one.pk != unit.pk and re.search(Term(one.source.strip(), "", (), one).pattern, text, re.IGNORECASE):
            by_word[one.source.strip().casefold()] = one
    found = terms(language, by_word.values()) if by_word else []
    return sorted(found, key=lambda one: -len(one.term))


def findings(found: Iterable[Term], unit: TranslationUnit, words: Words) -> list[Finding]:
    """Warnings: a language bends its words, so only its speaker can judge."""
    text = TAG.sub(" ", " ".join(words) if isinstance(words, list) else words).casefold()
    if not text.strip():
        return []
    told: list[str] = []
    for one in found:
        told += [_("Do not say “%(word)s” for “%(term)s”.") % {"word": never, "term": one.term}
                 for never in one.never if never.casefold() in text]  # fmt: skip
        if one.say and not is_there(one.say, text):
            told.append(_("“%(term)s” is said “%(word)s” here.") % {"term": one.term, "word": one.say})
    return [Finding("glossary", message, Severity.WARNING) for message in told]  # type: ignore[arg-type]


def is_there(say: str, text: str) -> bool:
    """One of several spellings, which are divided by a stroke; letters that an ending changes are let pass."""
    return any(root(way) in text for way in say.casefold().split("/") if way.strip())


def root(way: str) -> str:
    words = way.split()
    last = words[-1]
    return " ".join([*words[:-1], last if len(last) < 5 else last[: max(4, len(last) - 2)]])


def is_term(unit: TranslationUnit) -> bool:
    return unit.area == Area.WORDS and unit.field == WORD_FIELD and unit.kind == Kind.PLAIN
