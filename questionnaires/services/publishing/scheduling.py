"""What waits for its day."""

import logging
from datetime import datetime
from functools import partial
from typing import Any

import django_rq
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from redis.exceptions import RedisError

from leavingwell.platform.audit.services import record
from leavingwell.platform.problems import Problems, wrong_state
from leavingwell.questionnaires.models import Proposal, QuestionnaireVersion
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.services.publishing.storing import About, check, lock, store
from leavingwell.questionnaires.services.publishing.versions import own_versions

logger = logging.getLogger(__name__)
JOB = "leavingwell.questionnaires.jobs.publish_due_questionnaires"
State = Proposal.State


def schedule(proposal: Proposal, at: datetime) -> None:
    """Once the row is stored, the queue's scheduler is asked to wake us."""
    transaction.on_commit(partial(enqueue, proposal, at))


def enqueue(proposal: Proposal, at: datetime) -> None:
    """A queue that does not answer is no loss: `publish_due_questionnaires` looks for what is due as well."""
    queue = django_rq.get_queue("default", commit_mode="auto")
    try:
        queue.enqueue_at(at, JOB, proposal.council_id, job_id=f"publish-{proposal.pk}")
    except RedisError as error:
        logger.error("proposal %s could not be queued: %s", proposal.pk, error)


def publish_proposal(proposal: Proposal) -> QuestionnaireVersion:
    """Publishes exactly what was proposed. The proposal is locked, or new."""
    lock(proposal.questionnaire)
    check(proposal.questionnaire, proposal.content, proposal.moves)
    about = About(
        consulted=proposal.consulted,
        consulted_on=proposal.consulted_on,
        note=proposal.note,
        moves=proposal.moves,
        checked_by=proposal.decided_by,
    )
    version = store(proposal.questionnaire, proposal.content, proposal.proposed_by, about)
    proposal.state, proposal.version = State.PUBLISHED, version
    proposal.save(update_fields=["state", "version"])
    return version


def check_not_overtaken(proposal: Proposal) -> None:
    """Nobody looks at a draft again on its day, so it must not take back what was published since somebody did."""
    looked_at = proposal.decided_at or proposal.proposed_at
    newer = own_versions(proposal.questionnaire).filter(published_at__gt=looked_at).first()
    if newer:
        raise wrong_state(_("Version %d was published in the meantime. Look at the draft again.") % newer.number)
    if rules().second_person and proposal.decided_by is None:
        raise wrong_state(_("A second person has to look at this before it is published."))


def return_to_sender(proposal: Proposal, refused: Problems) -> None:
    reason = " ".join(str(problem.message) for problem in refused.problems)
    proposal.state, proposal.decided_by, proposal.decided_at = State.RETURNED, None, timezone.now()
    proposal.reason = reason[:1000]
    proposal.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    changes = {"state": [State.SCHEDULED, State.RETURNED]}
    record("questionnaire.returned", proposal, by=None, changes=changes, reason=proposal.reason)


@transaction.atomic
def publish_scheduled(pk: Any, now: datetime) -> Proposal | None:
    """None when somebody else was faster. What cannot be published any more goes back with the reason."""
    rows = Proposal.objects.select_for_update(of=("self",)).select_related("questionnaire", "proposed_by", "decided_by")
    proposal: Proposal | None = rows.filter(pk=pk, state=State.SCHEDULED, publish_at__lte=now).first()
    if proposal is None:
        return None
    try:
        with transaction.atomic():
            check_not_overtaken(proposal)
            publish_proposal(proposal)
    except Problems as refused:
        return_to_sender(proposal, refused)
    return proposal


def publish_due(now: datetime) -> list[Proposal]:
    """Publishes what is due in the council whose scope is open. Safe to call again and at the same time."""
    due = Proposal.objects.filter(state=State.SCHEDULED, publish_at__lte=now).values_list("pk", flat=True)
    return [proposal for pk in list(due) if (proposal := publish_scheduled(pk, now))]
