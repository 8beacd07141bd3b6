"""Asking for a copy of all the data, and taking its file away after a week."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import require_in_council
from leavingwell.platform.audit.services import record
from leavingwell.platform.documents.models import DATA_LASTS, Document
from leavingwell.platform.documents.services import give_up_on_forgotten, start
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Notice, Plan
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.services.warning import warn
from leavingwell.platform.plans.whom_to_tell import manager_of
from leavingwell.platform.problems import ProblemCode, refuse

UNDER_WAY = (Document.Status.WAITING, Document.Status.RENDERING)
MOST_A_DAY = 5
LONGEST_REASON = 1000


def requested(plan: Plan, *, language: str, by: Person, reason: str) -> Document:
    """The one that is being made already, else a new one. Raises CONFLICT after five in a day."""
    Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)  # a second click waits here for the first
    give_up_on_forgotten(plan)
    mine = Document.objects.filter(plan=plan, kind=Document.Kind.DATA, requested_by=by)
    if under_way := mine.filter(status__in=UNDER_WAY).first():
        found: Document = under_way
        return found
    if mine.filter(requested_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        raise refuse(ProblemCode.CONFLICT, _("You have had five copies today. Ask again tomorrow."))
    document: Document = Document.objects.create(plan=plan, kind=Document.Kind.DATA, language=language, requested_by=by)
    record("data.requested", document, by=by, young_person_id=plan.young_person_id, reason=reason)
    transaction.on_commit(partial(start, document))
    return document


@transaction.atomic
def request_my_data(plan: Plan, *, language: str, by: Person) -> Document:
    """For the young person themselves. Raises NOT_ALLOWED for anybody else, CONFLICT after five in a day."""
    if by.pk != plan.young_person.person_id:
        raise refuse(ProblemCode.NOT_ALLOWED, _("Only the young person can ask for this copy."))
    return requested(plan, language=language, by=by, reason="")


@transaction.atomic
def answer_subject_access(plan: Plan, *, language: str, by: Person, reason: str) -> Document:
    """For a request under the law that came to the council itself. The young person hears of it at once, with the
    reason in their log, and so does their team's manager. Raises NOT_ALLOWED, INVALID, TOO_LARGE.
    """
    require_in_council(by, CouncilOperation.KEEP_RECORDS)
    why = checked_text(
        reason, "reason", longest=LONGEST_REASON, empty=_("Say who asked, when, and how you know that it was them.")
    )
    document = requested(plan, language=language, by=by, reason=why)
    tell_of_copy(document, plan.young_person)
    return document


def tell_of_copy(document: Document, young_person: YoungPerson) -> None:
    kind, key = Notice.Kind.COPY_ASKED_FOR, str(document.pk)
    warn(young_person, kind, key=key)
    if manager := manager_of(young_person):
        notify([manager], kind, young_person=young_person, key=key)


def remove_expired() -> int:
    """Takes away the files of copies older than a week, in the council whose scope is open; the rows stay."""
    old = Document.objects.filter(kind=Document.Kind.DATA, finished_at__lte=timezone.now() - DATA_LASTS)
    number = 0
    for document in old.exclude(file="").iterator():
        document.file.delete(save=False)
        Document.objects.filter(pk=document.pk).update(file="")
        number += 1
    return number
