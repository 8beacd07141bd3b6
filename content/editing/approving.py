"""A second person's look at a draft: asking for it, publishing what was asked about, sending it back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from leavingwell.content.checks.blocking import refuse_while_found
from leavingwell.content.editing import letters
from leavingwell.content.editing.complete import hindrance, told
from leavingwell.content.editing.second_person import may_decide, who_can_decide
from leavingwell.content.models import ApprovalRequest
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import ProblemCode, invalid, not_allowed, refuse, wrong_state

State = ApprovalRequest.State
LONGEST = 600  # characters of a comment or a reason


def waiting() -> QuerySet[ApprovalRequest]:
    """Those of the council whose scope is open, the oldest first."""
    found = ApprovalRequest.objects.filter(state=State.WAITING).order_by("asked_at")
    return found.select_related("page__latest_revision", "asked_by")


@transaction.atomic
def ask_for_approval(page: Any, *, by: Person, comment: str = "") -> ApprovalRequest:
    """About the page's latest version. What was asked about the page before is withdrawn.

    Raises `Problems`: NOT_ALLOWED, WRONG_STATE when nothing waits to be published, INVALID for an incomplete page.
    """
    if by.user is None or not page.permissions_for_user(by.user).can_edit():
        raise not_allowed()
    revision = page.latest_revision
    if revision is None or revision.pk == page.live_revision_id:
        raise wrong_state(_("All of it is published already."))
    check_length(comment, "comment")
    check_complete(revision)
    ApprovalRequest.objects.filter(page_id=page.pk, state=State.WAITING).update(
        state=State.WITHDRAWN, decided_at=timezone.now()
    )
    asked = ApprovalRequest.objects.create(
        page_id=page.pk, revision=revision, version_at=revision.created_at, asked_by=by, comment=comment.strip()
    )
    record("ask_for_approval", asked, by=by)
    letters.write_to(who_can_decide(page, by), letters.WAITING)
    return asked


def check_length(text: str, field: str) -> None:
    if len(text) > LONGEST:
        raise refuse(ProblemCode.TOO_LARGE, _("Use at most 600 characters."), field)


def check_complete(revision: Any) -> None:
    """A draft may lack what a page needs, or have it no longer. Raises `Problems` (INVALID)."""
    if why := hindrance(revision):
        raise invalid(_("Something has to be put right on the page first. %s") % why)


def for_decision(asked: ApprovalRequest, by: Person) -> ApprovalRequest:
    """The request, locked, if it is still there to decide and `by` may do it. Raises `Problems`."""
    found = ApprovalRequest.objects.select_for_update().get(pk=asked.pk)
    if found.state != State.WAITING:
        raise wrong_state(_("This has been decided already."))
    if not may_decide(found.page.specific, found.asked_by_id, by):
        raise refuse(ProblemCode.SIGNING_OWN_WORK, _("Somebody has to decide who wrote none of it."))
    return found


def is_as_asked(asked: ApprovalRequest) -> bool:
    """Nobody has written on the page since it was handed in."""
    latest = asked.page.latest_revision
    return latest is not None and latest.pk == asked.revision_id and latest.created_at == asked.version_at


@transaction.atomic
def approve(asked: ApprovalRequest, *, by: Person) -> ApprovalRequest:
    """Publishes that version, at once or at the time that it names.

    Raises `Problems`: SIGNING_OWN_WORK, WRONG_STATE, STALE_VERSION when somebody has written on it since, INVALID
    when it cannot be published any more.
    """
    found = for_decision(asked, by)
    if not is_as_asked(found):
        raise refuse(ProblemCode.STALE_VERSION, _("The page was changed after it was handed in. Ask for it again."))
    check_complete(found.revision)
    refuse_while_found(found.page)
    decide(found, State.APPROVED, by=by)
    try:
        PublishPageRevisionAction(found.revision, user=by.user).execute(skip_permission_checks=True)
    except ValidationError as error:
        raise invalid(told(error, found.page)) from None
    return found


@transaction.atomic
def send_back(asked: ApprovalRequest, *, by: Person, reason: str) -> ApprovalRequest:
    """Raises `Problems`: INVALID without a reason, SIGNING_OWN_WORK, WRONG_STATE."""
    if not reason.strip():
        raise invalid(_("Say what should be different."), "reason")
    check_length(reason, "reason")
    return decide(for_decision(asked, by), State.SENT_BACK, by=by, reason=reason.strip())


@transaction.atomic
def withdraw(asked: ApprovalRequest, *, by: Person) -> ApprovalRequest:
    """By whoever asked. Raises `Problems`."""
    found = ApprovalRequest.objects.select_for_update().get(pk=asked.pk)
    if found.asked_by_id != by.pk:
        raise not_allowed()
    if found.state != State.WAITING:
        raise wrong_state(_("This has been decided already."))
    return decide(found, State.WITHDRAWN, by=by)


def decide(asked: ApprovalRequest, state: str, *, by: Person, reason: str = "") -> ApprovalRequest:
    asked.state, asked.decided_by, asked.decided_at, asked.reason = state, by, timezone.now(), reason
    asked.save(update_fields=["state", "decided_by", "decided_at", "reason"])
    record(f"approval_{state}", asked, by=by)
    if state != State.WITHDRAWN:
        letters.write_to([asked.asked_by], letters.DECIDED)
    return asked


def on_published(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Wagtail's signal: what was published some other way waits for nobody."""
    if isinstance(instance, Page):
        requests = ApprovalRequest.objects.filter(page_id=instance.pk, state=State.WAITING)
        requests.update(state=State.WITHDRAWN, decided_at=timezone.now())
