"""The wording of a questionnaire to a spreadsheet, and back as the council's own words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, wrong_state
from leavingwell.questionnaires.exchange import sheet_reading, sheet_writing
from leavingwell.questionnaires.exchange.sheet_changes import Comparison, SheetChange, compare, wanted
from leavingwell.questionnaires.kinds import CHOICE_CODES, Variant
from leavingwell.questionnaires.models import ChoiceLabel, Questionnaire, Wording
from leavingwell.questionnaires.services.arranging import ONLY_COUNCILS, lock
from leavingwell.questionnaires.services.exchanging.importing import questionnaire_of
from leavingwell.questionnaires.services.exchanging.lines import NEITHER, PARTS, Lines
from leavingwell.questionnaires.services.own_words import write_label
from leavingwell.questionnaires.services.rewording import note_national_words
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.panels import languages_in_scope


@dataclass(frozen=True)
class SheetPreview:
    questionnaire: Questionnaire
    language: str
    comparison: Comparison

    @property
    def changes(self) -> list[SheetChange]:
        return [change for change in self.comparison.changes if not change.is_conflict]

    @property
    def conflicts(self) -> list[SheetChange]:
        return [change for change in self.comparison.changes if change.is_conflict]


def this_council() -> Council:
    """Raises WRONG_STATE in the national scope."""
    if not scope.current():
        raise wrong_state(ONLY_COUNCILS)
    return Council.objects.get(pk=scope.current_council_id())


def check_language(language: str) -> None:
    if language not in languages_in_scope():
        name = LANGUAGES[language].english_name if language in LANGUAGES else language
        raise invalid(_("Your council has not chosen this language: %s.") % name)


def exported_sheet(questionnaire: Questionnaire, language: str) -> bytes:
    """Raises INVALID for a language that the council has not chosen, WRONG_STATE in the national scope."""
    council = this_council()
    check_language(language)
    return sheet_writing.written(Lines(questionnaire, language), council.slug, questionnaire.code, language)


def compared(data: bytes) -> tuple[Lines, SheetPreview]:
    council = this_council()
    sheet = sheet_reading.read(data)
    check_language(sheet.language)
    questionnaire = questionnaire_of(sheet.questionnaire)
    lines = Lines(questionnaire, sheet.language)
    found = compare(lines, sheet.rows, council.slug, sheet.language)
    return lines, SheetPreview(questionnaire, sheet.language, found)


def preview_sheet(data: bytes) -> SheetPreview:
    """Changes nothing. Raises TOO_LARGE or INVALID for a file that cannot be read; faults of rows are in the result."""
    return compared(data)[1]


@transaction.atomic
def carry_out_sheet(data: bytes, ticks: Iterable[str], by: Person | None) -> list[SheetChange]:
    """Writes what changed; of the conflicts those that were ticked, while ours is still what was shown beside the tick.

    Gives what was written. Raises INVALID while any row is wrong, and as `preview_sheet` does.
    """
    lock()
    lines, preview = compared(data)
    if preview.comparison.faults:
        raise invalid(_("Some rows cannot be read. Put them right in the sheet first."))
    written = list(wanted(preview.comparison.changes, ticks))
    write(lines, written)
    if written:
        changes: dict[str, list[Any]] = {
            " ".join(change.line.key.cells): [change.line.own, change.after] for change in written
        }
        changes["language"] = [None, preview.language]
        record("questionnaire.reworded_by_sheet", preview.questionnaire, by=by, changes=changes)
    return written


def write(lines: Lines, changes: Sequence[SheetChange]) -> None:
    by_row: dict[Any, dict[str, str]] = defaultdict(dict)
    for change in changes:
        key = change.line.key
        by_row[key.code, key.variant, key.choice][key.part] = change.after
    for (code, variant, choice), texts in by_row.items():
        if not choice:
            write_wording(lines, code, variant, texts)
        elif code in CHOICE_CODES:
            write_shared_label(lines, code, choice, variant, texts["label"])
        else:
            write_own_label(lines, code, choice, variant, texts["label"])


def copied(national: Any, own: Any, parts: Sequence[str], texts: dict[str, str], language: str) -> Any:
    """The council's new row begins with the nation's words in the council's languages.

    Where it puts other English in their place, the nation's translations of that text no longer fit.
    """
    for part in parts:
        kept = languages_in_scope() if language != SOURCE or part not in texts else []
        for one in kept:
            setattr(own, f"{part}_{one}", getattr(national, f"{part}_{one}", None))
    return own


def write_wording(lines: Lines, code: str, variant: str, texts: dict[str, str]) -> None:
    indicator = lines.indicators[code]
    own, national = lines.wordings.get((indicator.pk, variant), NEITHER)
    if own is None:
        picture = national.picture if national else None
        own = Wording(indicator=indicator, variant=variant, picture=picture)
        own = copied(national, own, PARTS, texts, lines.language)
        if indicator.council_id is None:
            note_national_words(own)
    set_texts(own, texts, lines.language)


def write_shared_label(lines: Lines, answer_type: str, code: str, variant: str, label: str) -> None:
    own, national = lines.labels.get((answer_type, code, variant), NEITHER)
    texts = {"label": label}
    if own is None:
        order = CHOICE_CODES[answer_type].index(code)
        own = ChoiceLabel(answer_type=answer_type, code=code, variant=variant, order=order)
        own = copied(national, own, ("label",), texts, lines.language)
    set_texts(own, texts, lines.language)


def write_own_label(lines: Lines, question: str, code: str, variant: str, label: str) -> None:
    indicator = lines.indicators[question]
    standard, _national = lines.choices[indicator.pk, code, Variant.STANDARD]
    write_label(indicator, code, variant, {lines.language: label}, standard.order)


def set_texts(row: Any, texts: dict[str, str], language: str) -> None:
    for part, text in texts.items():
        setattr(row, f"{part}_{language}", text)
    row.save()
