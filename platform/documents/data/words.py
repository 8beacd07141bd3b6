"""The parts of the copy that are to be read: what is in it, and who looked at and changed the record."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateformat import format as format_day

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.documents.data.covering import LETTERS, Cover
from leavingwell.platform.documents.data.tables import BATCH, Table
from leavingwell.platform.documents.models import DATA_LASTS, Document
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.access_log import LEFT_OUT, deed
from leavingwell.platform.plans.models import WordsTranslation
from leavingwell.questionnaires.models import CheckIn


def for_them_alone(young_person: YoungPerson) -> Q:
    """Of what only the young person reads, nor is it told that it is there."""
    alone = CheckIn.objects.filter(young_person=young_person, shared_with=CheckIn.SharedWith.ONLY_ME)
    told = Q(action__startswith="check_in.", subject_id__in=keys(alone))
    meanings = WordsTranslation.objects.filter(check_in__in=alone)
    told |= Q(action="words.translated", subject_id__in=keys(meanings))
    for beginning in ("remark.", "survey.", "saved_offer."):
        told |= Q(action__startswith=beginning)
    return told


def keys(rows: QuerySet[Any]) -> list[str]:
    """As the log writes them."""
    return [str(pk) for pk in rows.values_list("pk", flat=True)]


def entries(young_person: YoungPerson, *, own: bool) -> Iterator[AuditEntry]:
    """Oldest first, in batches."""
    rows = AuditEntry.objects.filter(young_person_id=young_person.pk).order_by("at", "pk")
    for beginning in LEFT_OUT:
        rows = rows.exclude(action__startswith=beginning)
    if not own:
        rows = rows.exclude(for_them_alone(young_person))
    after = Q()
    while batch := list(rows.filter(after)[:BATCH]):
        yield from batch
        after = Q(at__gt=batch[-1].at) | Q(at=batch[-1].at, pk__gt=batch[-1].pk)


def log_lines(young_person: YoungPerson, *, own: bool) -> Iterator[str]:
    """“3 March 2026, 14:20 – Marlow (Personal adviser) looked at your plan”; never from which address."""
    roles = dict(Role.choices)
    for entry in entries(young_person, own=own):
        moment = format_day(timezone.localtime(entry.at), "j F Y, H:i")
        who = f"{entry.actor_name} ({roles.get(entry.actor_role, entry.actor_role)})" if entry.actor_name else "–"
        yield f"{moment} – {who} {deed(entry, own=True)}\n"


def readme(
    document: Document, young_person: YoungPerson, cover: Cover, tables: list[Table], plan: str, *, own: bool
) -> str:
    """In the language of the document. `plan` is the name of the plan's file, `own` that they asked for it."""
    reasons = sorted({mark.reason for marks in cover.marks.values() for mark in marks})
    context: dict[str, Any] = {
        "name": young_person.person.name,
        "council": document.council.name,
        "made_on": timezone.localtime(),
        "days": DATA_LASTS.days,
        "plan": plan,
        "tables": tables,
        "own": own,
        "reasons": [(LETTERS[reason], reason.label) for reason in LETTERS if reason in reasons],
    }
    return render_to_string("documents/data/readme.txt", context)
