"""What a file would change, and changing it.

The dry run is the run itself, taken back at its end: so it cannot promise anything else than what will happen. Nothing
is published by it: the council's draft becomes what the file says.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import ProblemCode, invalid, refuse
from leavingwell.questionnaires.changes import Subject, changes
from leavingwell.questionnaires.condition_checks import Fault
from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.exchange.document import Document
from leavingwell.questionnaires.exchange.reading import read
from leavingwell.questionnaires.exchange.steps import Step, steps
from leavingwell.questionnaires.freezing import Content, content_of, hash_of
from leavingwell.questionnaires.kinds import OWN_CHOICES, Variant
from leavingwell.questionnaires.models import Questionnaire
from leavingwell.questionnaires.ownership import own_over_national
from leavingwell.questionnaires.services import media
from leavingwell.questionnaires.services.arranging import lock
from leavingwell.questionnaires.services.exchanging.arrangement import (
    write_conditions,
    write_hidden,
    write_orders,
    write_telling,
)
from leavingwell.questionnaires.services.exchanging.files import Files, prepared_files, row_alone
from leavingwell.questionnaires.services.exchanging.questions import Matched, Matching, write_lists
from leavingwell.questionnaires.services.exchanging.words import Wordings, write_labels, write_titles
from leavingwell.questionnaires.services.publishing import hindrances
from leavingwell.translations.panels import languages_in_scope

MOVED_ON = _("Your draft has changed since you looked. This is what the file would change now: look once more.")


@dataclass(frozen=True)
class Preview:
    """What an import does to the draft. `codes` are those under which the file's own questions come, by their old."""

    document: Document
    before: Content
    after: Content
    codes: Mapping[str, str]
    left: list[Fault]
    hindrances: list[Fault]

    @property
    def changes_anything(self) -> bool:
        return self.before != self.after

    @property
    def subjects(self) -> list[Subject]:
        return changes(self.before, self.after, languages_in_scope())

    @property
    def steps(self) -> list[Step]:
        return steps(self.before, self.after, self.subjects)

    @property
    def fingerprint(self) -> str:
        """Of all that somebody was shown."""
        shown = [hash_of(self.before), hash_of(self.after), [str(fault.message) for fault in self.left]]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def questionnaire_of(code: str) -> Questionnaire:
    """Raises INVALID for a questionnaire that is not here."""
    found = own_over_national(Questionnaire.objects.filter(code=code), lambda row: row.code)
    if code not in found:
        raise invalid(_("There is no questionnaire “%s” here.") % code)
    questionnaire: Questionnaire = found[code]
    return questionnaire


def shared_labels(content: Content, matched: Matched) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (question["answer_type"], choice["code"]): {Variant.STANDARD.value: choice["label"], **choice["labels"]}
        for question in questions_of(content)
        if question["code"] in matched.found and question["answer_type"] not in OWN_CHOICES
        for choice in question["choices"]
    }


def write_all(questionnaire: Questionnaire, document: Document, files: Files, by: Person | None) -> Matched:
    content, languages = document["content"], languages_in_scope()
    matched = Matching(questionnaire, document).match()
    write_hidden(questionnaire, matched)
    wordings = Wordings(files, languages)
    for question in questions_of(content):
        if indicator := matched.found.get(question["code"]):
            wordings.write(indicator, question)
    write_lists(matched, content, languages)
    write_labels(shared_labels(content, matched), languages)
    write_titles(content["domains"], languages)
    write_telling(matched, content, by)
    write_orders(questionnaire, matched, content)
    write_conditions(matched, content, by)
    return matched


def run(document: Document, files: Files, by: Person | None) -> Preview:
    """Inside a transaction. Raises WRONG_STATE in the national scope."""
    lock()
    questionnaire = questionnaire_of(document["content"]["code"])
    before = content_of(questionnaire)
    matched = write_all(questionnaire, document, files, by)
    after = content_of(questionnaire)
    own = {question["code"] for question in questions_of(document["content"]) if question["is_own"]}
    codes = {old: new for old, new in matched.codes.items() if old in own}
    preview = Preview(document, before, after, codes, matched.left, hindrances(questionnaire, after))
    if preview.changes_anything:
        record("questionnaire.imported", questionnaire, by=by, changes=for_the_record(preview))
    return preview


def for_the_record(preview: Preview) -> dict[str, list[Any]]:
    """Every text that was replaced is in it."""
    found: dict[str, list[Any]] = {"origin": [None, preview.document["origin"]["council"]]}
    found["content_hash"] = [hash_of(preview.before), hash_of(preview.after)]
    for change in (change for subject in preview.subjects for change in subject.changes):
        place = change.place
        name = " ".join(filter(None, (place.subject, place.part, place.choice, place.variant, place.language)))
        found[name] = [change.before, change.after]
    return found


def preview(data: bytes, by: Person | None) -> Preview:
    """Changes nothing. Raises TOO_LARGE or INVALID, with a message for each fault of the file; WRONG_STATE."""
    document = read(data)
    files = Files(prepared_files(document["media"]), row_alone)
    with transaction.atomic():
        found = run(document, files, by)
        transaction.set_rollback(True)
    return found


@transaction.atomic
def carry_out(data: bytes, fingerprint: str, by: Person | None) -> Preview:
    """Does what was shown, and nothing else: raises CONFLICT when the draft has moved on, and as `preview` does."""
    document = read(data)
    found = run(document, Files(prepared_files(document["media"]), media.keep), by)
    if found.fingerprint != fingerprint:
        raise refuse(ProblemCode.CONFLICT, MOVED_ON)
    return found
