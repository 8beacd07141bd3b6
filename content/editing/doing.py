"""What the first page of the admin says about approvals and checks."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from leavingwell.content.editing.approving import waiting
from leavingwell.content.models import ContentFinding
from leavingwell.platform.councils.admin.doing import ToDo


def may(request: Any, action: str) -> bool:
    return bool(policy_registry.get_by_type(Page).user_has_permission(request.user, action))


def to_approve(request: Any) -> Iterator[ToDo]:
    """Those that others handed in: whoever wrote some of a page is told so when they open it."""
    if not may(request, "publish"):
        return
    number = waiting().exclude(asked_by=request.viewer).exclude(revision__user=request.user).count()
    words = ngettext("page waits for your approval", "pages wait for your approval", number)
    yield ToDo(number, words, reverse("approvals:index"), order=20)


def broken_links(request: Any) -> Iterator[ToDo]:
    if not may(request, "change"):
        return
    kind = ContentFinding.Kind.BROKEN_LINK
    number = ContentFinding.objects.filter(kind=kind).count()
    words = ngettext("link leads nowhere any more", "links lead nowhere any more", number)
    yield ToDo(number, words, f"{reverse('content_checks:index')}?kind={kind}", order=55)
