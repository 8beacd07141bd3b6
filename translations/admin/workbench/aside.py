"""What stands around the field of a translation: the English with its marks, findings, suggestions, words, history."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from wagtail.models import Page

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import Problems
from leavingwell.translations.admin.workbench import rich_editor
from leavingwell.translations.checks import Finding, check
from leavingwell.translations.checks.finding import Code, error
from leavingwell.translations.models import Kind, Suggestion, Translation, TranslationChange
from leavingwell.translations.registry import Words
from leavingwell.translations.services.drafting import LONGEST, TOO_LONG
from leavingwell.translations.services.suggesting import waiting_for
from leavingwell.translations.workbench import memory, plurals, rich
from leavingwell.translations.workbench.marking import difference, marked, marked_rich
from leavingwell.translations.workbench.terms import Term, findings, terms_in

IN_HISTORY = 20
ENGLISH = "english"  # to use it as it stands


def found_in(view: Any, words: Words) -> list[Finding]:
    """The checks of every text, and those of the glossary. None of what is not written yet."""
    forms = words if isinstance(words, list) else [words]
    if not any(form.strip() for form in forms):
        return []
    try:
        text = rich.tidy(words, view.unit.source) if view.unit.kind == Kind.RICH and isinstance(words, str) else words
    except Problems as broken:
        return [error(Code.MARKUP, broken.problems[0].message)]
    if sum(map(len, text if isinstance(text, list) else [text])) > LONGEST:
        return [error(Code.LENGTH, TOO_LONG)]
    return [*check(view.unit, view.language.code, text), *findings(view.terms, view.unit, text)]


class AsideMixin:
    unit: Any
    language: Any
    row: Any
    words: Any
    may_write: Any

    @cached_property
    def terms(self) -> list[Term]:
        return terms_in(self.unit, self.language.code)

    @cached_property
    def nations(self) -> Translation | None:
        """In a council: what the nation says of its own text."""
        if not scope.current() or self.unit.council_id is not None:
            return None
        return Translation.objects.filter(unit=self.unit, language=self.language.code, council=None).first()

    @property
    def improves(self) -> bool:
        """Whether what is written here is one council's own translation of a national text."""
        return bool(scope.current()) and self.unit.council_id is None

    @property
    def sources(self) -> Iterator[SafeString]:
        """The English, and of a plural also that for many."""
        for text in filter(None, (self.unit.source, self.unit.source_plural)):
            is_rich = self.unit.kind == Kind.RICH
            yield marked_rich(rich.shown(text), self.terms) if is_rich else marked(text, self.terms)

    @property
    def source_to_copy(self) -> str:
        return rich.to_write(self.unit.source) if self.unit.kind == Kind.RICH else self.unit.source

    @property
    def difference(self) -> SafeString | None:
        """What has changed in the English since the translation was made."""
        kept = self.row or self.nations
        if kept is None or kept.source_hash == self.unit.source_hash or not kept.source_seen:
            return None
        return difference(kept.source_seen, self.unit.source)

    @property
    def findings(self) -> list[Finding]:
        return found_in(self, self.words)

    @property
    def forms(self) -> list[dict[str, Any]]:
        """Of a plural: a field for each form of the language."""
        words = self.words if isinstance(self.words, list) else []
        known = plurals.forms(self.language.code)
        return [
            {"number": one.number, "examples": one.examples, "text": words[place] if place < len(words) else ""}
            for place, one in enumerate(known)
        ]

    @property
    def is_rich(self) -> bool:
        return bool(self.unit.kind == Kind.RICH)

    @cached_property
    def rich_editor(self) -> SafeString | None:
        """For those whose browser runs scripts."""
        if not (self.is_rich and self.may_write and isinstance(self.words, str)):
            return None
        return rich_editor.editor(self.words, self.unit.source, self.language)

    @property
    def shown_rich(self) -> SafeString:
        return rich.shown(self.words) if self.is_rich and isinstance(self.words, str) else SafeString("")

    @property
    def rows_of_field(self) -> int:
        """So that the whole text is to be seen."""
        longest = max(len(self.unit.source), len(self.words if isinstance(self.words, str) else ""))
        return min(24, 3 + longest // 45)

    @cached_property
    def suggestions(self) -> list[memory.Match]:
        return memory.similar(self.unit, self.language.code)

    def suggested(self, key: str) -> Words | None:
        if key == ENGLISH:
            return self.source_to_copy
        found = next((one.words for one in self.suggestions if one.key == key), None)
        return rich.to_write(found) if self.is_rich and isinstance(found, str) else found

    @cached_property
    def history(self) -> list[TranslationChange]:
        rows = TranslationChange.objects.filter(unit=self.unit, language=self.language.code)
        rows = rows if scope.current() else rows.filter(council=None)
        found = list(rows.select_related("by", "council")[:IN_HISTORY])
        for row in found:
            if scope.current() and row.council_id is None:
                row.by = None  # who works for the nation is not a council's to know
        return found

    @cached_property
    def handed_up(self) -> Suggestion | None:
        return waiting_for(self.row) if self.row and self.improves else None

    @property
    def address_in_portal(self) -> str:
        """In this language; the nation's host has no portal."""
        path = self.unit.address
        if not path or not scope.current():
            return ""
        return f"{path}{'&' if '?' in path else '?'}language={self.language.code}"

    @property
    def address_of_page(self) -> str:
        """The form of the page in which the English stands."""
        if not self.unit.object_type or not scope.current():
            return ""
        try:
            model = apps.get_model(self.unit.object_type)
        except LookupError:
            return ""
        is_page = issubclass(model, Page) and self.unit.object_id.isdigit() and self.unit.council_id is not None
        return reverse("wagtailadmin_pages:edit", args=[self.unit.object_id]) if is_page else ""
