"""Asking for a draft to be published: at once, on a day to come, or after a second person's look."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, not_allowed, wrong_state
from leavingwell.questionnaires.freezing import content_of, hash_of
from leavingwell.questionnaires.models import Proposal, Questionnaire, QuestionnaireVersion
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.moving import Move
from leavingwell.questionnaires.services.publishing.scheduling import publish_proposal, schedule
from leavingwell.questionnaires.services.publishing.storing import check, lock

State = Proposal.State
PUBLISH = "questionnaires.add_questionnaireversion"


def check_may_publish(by: Person | None) -> Person:
    """Raises NOT_ALLOWED for who may not publish the council's questions."""
    if by is None or by.user is None or not by.user.has_perm(PUBLISH):
        raise not_allowed(_("You may not publish this council's questions."))
    return by


def open_proposal(questionnaire: Questionnaire) -> Proposal | None:
    """The one that waits for a second person, or for its day."""
    rows = Proposal.objects.select_related("proposed_by", "decided_by", "questionnaire")
    found: Proposal | None = rows.filter(
        questionnaire=questionnaire, state__in=[State.WAITING, State.SCHEDULED]
    ).first()
    return found


def returned_since(questionnaire: Questionnaire, published: QuestionnaireVersion | None) -> Proposal | None:
    """The last draft, when it came back and nothing was published after it: somebody has to put something right."""
    rows = Proposal.objects.select_related("proposed_by", "decided_by").filter(questionnaire=questionnaire)
    last: Proposal | None = rows.order_by("-proposed_at").first()
    if last is None or last.state != State.RETURNED or last.decided_at is None:
        return None
    return None if published and published.published_at > last.decided_at else last


def check_days(consulted_on: date | None, publish_at: datetime | None) -> None:
    if consulted_on and consulted_on > timezone.localdate():
        raise invalid(_("This day is still to come."), "consulted_on")
    if publish_at and publish_at <= timezone.now():
        raise invalid(_("Choose a day and a time that are still to come."), "publish_at")


@transaction.atomic
def propose(
    questionnaire: Questionnaire,
    *,
    by: Person | None,
    consulted: str = "",
    consulted_on: date | None = None,
    note: str = "",
    publish_at: datetime | None = None,
    moves: Sequence[Move] = (),
) -> Proposal:
    """Freezes the draft of the council whose scope is open. Whatever is edited later, this content is published.

    It is PUBLISHED at once, SCHEDULED where `publish_at` says when, or WAITING where the council wants a second person.
    Raises NOT_ALLOWED, INVALID for what hinders publishing and for days that cannot be, WRONG_STATE while another
    proposal is open or when nothing changed.
    """
    proposer = check_may_publish(by)
    check_days(consulted_on, publish_at)
    lock(questionnaire)
    if open_proposal(questionnaire):
        raise wrong_state(_("There is a draft that waits already. Withdraw it first."))
    content = content_of(questionnaire)
    check(questionnaire, content, moves)
    waits = rules().second_person
    proposal = Proposal.objects.create(
        questionnaire=questionnaire,
        content=content,
        content_hash=hash_of(content),
        moves=list(moves),
        consulted=consulted,
        consulted_on=consulted_on,
        note=note,
        publish_at=publish_at.replace(microsecond=0) if publish_at else None,  # the queue counts whole seconds
        state=State.WAITING if waits else State.SCHEDULED,
        proposed_by=proposer,
    )
    if waits or publish_at:
        record("questionnaire.proposed", proposal, by=proposer, changes={"state": [None, proposal.state]})
    if not waits:
        proceed(proposal)
    return proposal


def proceed(proposal: Proposal) -> None:
    """What nobody has to look at any more: publishes it, or sees to it that it is published on its day."""
    if proposal.publish_at and proposal.publish_at > timezone.now():
        schedule(proposal, proposal.publish_at)
    else:
        publish_proposal(proposal)
