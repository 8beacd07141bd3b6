"""Marking words about somebody else, so that a copy of the record leaves them out. The record itself keeps them."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.marked_words import fingerprint, parts_of
from leavingwell.platform.plans.models import Redaction
from leavingwell.platform.plans.redactable import Redactable
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.problems import invalid, wrong_state

LONGEST_EXPLANATION = 500


def text_now(kind: Redactable, row: Any) -> str:
    rows = kind.model._default_manager.select_for_update(no_key=True)
    return str(getattr(rows.get(pk=row.pk), kind.field))


@transaction.atomic
def redact(
    young_person: YoungPerson,
    kind: Redactable,
    row: Any,
    *,
    start: int,
    end: int,
    reason: Redaction.Reason,
    explanation: str,
    by: Person,
) -> Redaction:
    """Marks the characters from `start` up to `end`, and these words wherever else they stand in that text. The row
    must be of the young person's record; what it says is read once nobody else can change it.

    Raises INVALID for no words, a place outside of the text or no explanation, TOO_LARGE, WRONG_STATE where the same
    words are marked already.
    """
    YoungPerson.objects.select_for_update(of=("self",), no_key=True).get(pk=young_person.pk)
    text = text_now(kind, row)
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise invalid(_("Choose words that stand in this text."), "start")
    same = Redaction.objects.filter(subject_type=kind.label, subject_id=row.pk, field=kind.field, lifted_at=None)
    up_to_date = list(same.filter(sha256=fingerprint(text)))
    if any(part.start <= start and part.end >= end for part in parts_of(text, up_to_date)):
        raise wrong_state(_("These words are marked already."))
    why = checked_text(explanation, "explanation", longest=LONGEST_EXPLANATION, empty=_("Say why, in a few words."))
    redaction = Redaction.objects.create(
        young_person=young_person,
        subject_type=kind.label,
        subject_id=row.pk,
        field=kind.field,
        start=start,
        end=end,
        words=text[start:end],
        sha256=fingerprint(text),
        reason=reason,
        explanation=why,
        by=by,
    )
    record("redaction.made", redaction, by=by, young_person_id=young_person.pk, reason=why)
    return redaction


@transaction.atomic
def lift_redaction(redaction: Redaction, *, by: Person) -> Redaction:
    """Copies made from now on show the words again. Raises WRONG_STATE when it was taken back before."""
    redaction = Redaction.objects.select_for_update(of=("self",)).select_related("young_person").get(pk=redaction.pk)
    if redaction.lifted_at:
        raise wrong_state(_("This mark was taken back already."))
    redaction.lifted_at, redaction.lifted_by = timezone.now(), by
    redaction.save(update_fields=["lifted_at", "lifted_by"])
    record("redaction.lifted", redaction, by=by, young_person_id=redaction.young_person_id)
    return redaction
