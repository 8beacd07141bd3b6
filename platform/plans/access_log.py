"""Who looked at a young person's plan and who changed it, in plain words: read from the audit."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.people.roles import Role

Words = str | Promise
NOT_STAFF = (Role.YOUNG_PERSON, Role.SUPPORTER)
# What the law may want kept quiet, or is not about the record: a hold may belong to an inquiry.
LEFT_OUT = ("legal_hold.", "notice.", "comment.read")
SEEN = "seen."

USED = "invitation.used"  # by whoever had the code: they read it even though it says that it was them
WITH_REASON = ("emergency.opened", "data.requested")  # whose reason the young person reads
YOURS: dict[str, Words] = {
    "seen.page": _("looked at your page"),
    "seen.plan": _("looked at your plan"),
    "seen.answers": _("looked at your answers"),
    "seen.check_ins": _("looked at your check-ins"),
    "seen.notes": _("looked at the notes about you"),
    "address.given": _("gave you another e-mail address"),
    "contact.recorded": _("noted that you were in touch"),
    "data.requested": _("asked for a copy of all the data about you"),
    "duty.started": _("let a colleague act for your worker for a while"),
    "duty.ended": _("ended the time in which a colleague acted for your worker"),
    "invitation.made": _("made a code with which one can sign in as you"),
    "invitation.used": _("signed in with a code that was made for you"),
    "words.translated": _("added what your words mean in another language"),
}
DEEDS: dict[str, Words] = {
    "seen.page": _("looked at their page"),
    "seen.plan": _("looked at the plan"),
    "seen.answers": _("looked at the answers"),
    "seen.check_ins": _("looked at the check-ins"),
    "seen.notes": _("looked at the notes"),
    "address.given": _("gave another e-mail address"),
    "action.added": _("put something on the to-do list"),
    "action.done": _("ticked something off the to-do list"),
    "answers.saved": _("wrote down answers"),
    "check_in.became_a_goal": _("made a goal of a check-in"),
    "comment.added": _("wrote something on the plan"),
    "crisis.recorded": _("noted a hard time and what was done"),
    "document.requested": _("asked for the plan as a file"),
    "document.downloaded": _("downloaded the plan as a file"),
    "data.requested": _("asked for a copy of all the data"),
    "data.downloaded": _("downloaded a copy of all the data"),
    "duty.started": _("let a colleague act for the worker for a while"),
    "duty.ended": _("ended the time in which a colleague acted for the worker"),
    "emergency.opened": _("opened the record in an emergency"),
    "emergency.seen": _("checked why the record was opened in an emergency"),
    "invitation.made": _("made a code to sign in"),
    "invitation.used": _("signed in with a code that was made for it"),
    "invitation.withdrawn": _("made a code to sign in useless"),
    "plan.submitted": _("handed the plan to the manager"),
    "plan.returned": _("sent the plan back, to be worked on"),
    "plan.authorised": _("agreed the plan"),
    "response.submitted": _("finished the questions"),
    "retention.changed": _("changed how long the record is kept"),
    "redaction.made": _("marked words to be left out of copies"),
    "redaction.lifted": _("took back a mark on words"),
    "worker.allocated": _("chose the personal adviser"),
    "team.changed": _("changed the team"),
    "words.translated": _("added what their words mean in another language"),
    "check_in.changed": _("added to a check-in, or chose anew who sees it"),
    "check_in.withdrawn": _("took a check-in back"),
    "young_person.added": _("began the record"),
}
KINDS: dict[str, Words] = {
    "action": _("changed the to-do list"),
    "attempt": _("noted a try to do the plan together"),
    "call": _("noted a call"),
    "care_period": _("changed the times in care"),
    "category": _("changed the category"),
    "check_in": _("sent a check-in"),
    "comment": _("did something with what people wrote"),
    "contact": _("noted that they were in touch"),
    "copy": _("noted that a copy of the plan was given"),
    "crisis": _("changed a note about a hard time"),
    "focus": _("chose what to look at first"),
    "goal": _("changed the goals"),
    "home": _("noted something about the home"),
    "invitation": _("did something with a code to sign in"),
    "matter": _("wrote a part of the plan"),
    "offer": _("dealt with the yearly message"),
    "plan": _("worked on the plan"),
    "quality": _("looked at how good the plan is"),
    "return": _("put right what was sent back"),
    "review": _("worked on a review"),
    "safety_notice": _("dealt with a safety notice"),
    "saved_offer": _("kept something from the local offer"),
    "state": _("noted how things are"),
    "supporter": _("changed who gives support"),
    "young_person": _("changed details about the person"),
}


def deed(entry: AuditEntry, *, own: bool) -> Words:
    """What was done, in words: `own` when the reader is the young person."""
    if own and entry.action in YOURS:
        return YOURS[entry.action]
    return DEEDS.get(entry.action) or KINDS.get(entry.action.partition(".")[0]) or _("did something in the record")


def access_log(viewer: Viewer, young_person_id: UUID) -> QuerySet[AuditEntry]:
    """Newest first. The young person reads what all others did; their team's manager what staff did; nobody else any.

    Nobody reads here what they did themselves, but that a code was used: somebody else might have had it.
    """
    if viewer is None or viewer.user is None:
        return AuditEntry.objects.none()
    rows = AuditEntry.objects.filter(young_person_id=young_person_id).exclude(~Q(action=USED), actor_id=viewer.pk)
    for beginning in LEFT_OUT:
        rows = rows.exclude(action__startswith=beginning)
    mine = Q(young_person_id__in=related_to(viewer.user, [Relation.SELF]))
    seen: QuerySet[Any] = visible(rows, viewer, Operation.VIEW_ACCESS_LOG, "young_person")
    return seen.filter(mine | ~Q(actor_role__in=NOT_STAFF)).order_by("-at", "-pk")
