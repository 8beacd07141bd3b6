"""Translations out to a file, and a file in: all that was shown is done, or nothing."""

from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problem, ProblemCode, Problems, invalid, not_allowed, refuse
from leavingwell.translations.exchange import choosing
from leavingwell.translations.exchange.comparing import Plan, Row, State, compare
from leavingwell.translations.exchange.entries import Incoming
from leavingwell.translations.exchange.formats import FORMATS
from leavingwell.translations.languages import SOURCE, language_of
from leavingwell.translations.models import Origin, Status
from leavingwell.translations.panels import languages_in_scope
from leavingwell.translations.services.drafting import NO_LANGUAGE, NOT_YOUR_LANGUAGE, save_translation
from leavingwell.translations.services.rights import languages_to_review, languages_to_translate, may_translate

CHANGED_SINCE = gettext_lazy("Something has changed since you looked. Look once more.")
FAULTS_TOLD = 200


def export_file(
    language: str,
    format_code: str,
    *,
    by: Person,
    statuses: Collection[str] = (),
    areas: Collection[str] = (),
    whose: str = choosing.ALL,
) -> bytes:
    """Raises NOT_ALLOWED, and INVALID for an unknown format, or where there is nothing to export."""
    if language not in (*languages_to_translate(by), *languages_to_review(by)):
        raise not_allowed(NOT_YOUR_LANGUAGE)
    if format_code not in FORMATS:
        raise invalid(_("Choose one of the formats."), "format")
    found = choosing.entries(language, statuses=statuses, areas=areas, whose=whose)
    if not found:
        raise invalid(_("There is no text of this kind."))
    return FORMATS[format_code].written(found, language)


def preview(incoming: Incoming, *, by: Person) -> Plan:
    """Changes nothing. Raises INVALID and NOT_ALLOWED where the file is in a language that cannot be written."""
    language = incoming.language.split("-")[0].split("_")[0].lower()
    if language == SOURCE or language_of(language).code == SOURCE:
        raise invalid(_("This file is in “%s”, which is none of our languages.") % incoming.language[:20])
    if language not in languages_to_translate(by):
        told = NO_LANGUAGE if language not in languages_in_scope() else NOT_YOUR_LANGUAGE
        raise not_allowed(f"{language_of(language).english_name}: {told}")
    return compare(incoming, language, cache(lambda area: may_translate(by, language, area)))


def nothing() -> None:
    """What to do after each text where nobody waits."""


def bring_in(incoming: Incoming, fingerprint: str, *, by: Person, why: str, step: Callable[[], None] = nothing) -> Plan:
    """Does what was shown. Raises CONFLICT where something has changed since, INVALID where a line is refused."""
    with transaction.atomic():
        plan = preview(incoming, by=by)
        if plan.fingerprint != fingerprint:
            raise refuse(ProblemCode.CONFLICT, CHANGED_SINCE)
        if plan.faults:
            raise Problems(Problem(ProblemCode.INVALID, told) for told in plan.told[:FAULTS_TOLD])
        for row in plan.writes:
            write(row, plan.language, by, why)
            step()
        if plan.writes:
            note(plan, by)
    return plan


def write(row: Row, language: str, by: Person, why: str) -> None:
    """Raises STALE_VERSION where somebody was quicker."""
    made = save_translation(
        row.unit,
        language,
        row.words,
        by=by,
        expected_version=row.expected,
        draft=row.is_draft,
        origin=Origin.FILE,
        why=why,
    )
    if row.state == State.STALE:
        made.status, made.was_draft = Status.STALE, row.is_draft
        made.source_seen, made.source_hash = row.seen, row.seen_hash
        made.save(update_fields=["status", "was_draft", "source_seen", "source_hash"])


def note(plan: Plan, by: Person) -> None:
    """On record in the council; what the nation's own people do stands in the history of each text."""
    if scope.current():
        changes: dict[str, list[Any]] = {"language": [None, plan.language]}
        changes |= {state.value: [None, len(plan.of(state))] for state in State if plan.of(state)}
        council = Council.objects.get(pk=scope.current_council_id())
        record("translations.imported", council, by=by, changes=changes)
