"""What the form of a page gets for a second person: a button to ask for one, and how things stand."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.widgets import Button

from leavingwell.content.editing.admin.screen import NAMESPACE
from leavingwell.content.editing.approving import is_as_asked
from leavingwell.content.models import ApprovalRequest
from leavingwell.content.permissions import second_person_needed

ASK = "action-ask-for-approval"
State = ApprovalRequest.State


class AskItem(ActionMenuItem):  # type: ignore[misc]
    """Saves the draft, and leads to the words for the colleague."""

    name = ASK
    label = gettext_lazy("Ask for approval")
    icon_name = "check"
    order = 5

    def is_shown(self, context: dict[str, Any]) -> bool:
        return bool(super().is_shown(context)) and second_person_needed(context["request"].user)


def ask_item() -> AskItem:
    return AskItem()


def lead_to_asking(request: HttpRequest, page: Any) -> HttpResponseRedirect | None:
    """Wagtail's hook after a page was saved."""
    return redirect(f"{NAMESPACE}:ask", page.pk) if ASK in request.POST else None


def tell_of_request(request: HttpRequest, page: Any) -> None:
    """Wagtail's hook before the form is shown."""
    if request.method != "GET" or request.headers.get("Accept") == "application/json":
        return
    latest = (
        ApprovalRequest.objects.filter(page_id=page.pk).select_related("page__latest_revision", "decided_by").last()
    )
    if latest is None or not page.has_unpublished_changes:
        return
    if latest.state == State.WAITING:
        tell_that_it_waits(request, latest)
    elif latest.state == State.SENT_BACK and latest.revision_id == page.latest_revision_id:
        words = _("Sent back by %(name)s: “%(reason)s”")
        messages.warning(request, words % {"name": latest.decided_by, "reason": latest.reason})


def tell_that_it_waits(request: HttpRequest, latest: ApprovalRequest) -> None:
    place = reverse(f"{NAMESPACE}:decide", args=[latest.page_id])
    words = (
        _("This draft waits for approval.")
        if is_as_asked(latest)
        else _("This draft waits for approval as it was then. It has changed since: ask for approval again.")
    )
    messages.info(request, format_html('{} <a href="{}">{}</a>', words, place, _("See the request")))


def share_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    """Wagtail's hook on the menu of a page."""
    if page.is_previewable() and page.permissions_for_user(user).can_edit():
        label, address = _("Share a preview"), reverse(f"{NAMESPACE}:share", args=[page.pk])
        yield Button(label, address, icon_name="view", priority=63)
