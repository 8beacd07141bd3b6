"""What the first page of the admin says about pages: what waits to be published, and what has to be looked at again."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from leavingwell.content.admin.drafts import NAMESPACE, drafts, with_missed_time
from leavingwell.content.models import OfferPage
from leavingwell.content.services.checking import check_overdue
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.doing import ToDo


def may(request: Any, action: str) -> bool:
    return bool(policy_registry.get_by_type(Page).user_has_permission(request.user, action))


def unpublished(request: Any) -> Iterator[ToDo]:
    if not may(request, "change"):
        return
    mine = Q(latest_revision__user=request.user)
    found = drafts(request.user).aggregate(all=Count("pk"), mine=Count("pk", filter=mine))
    words = ngettext("draft of yours is not published", "drafts of yours are not published", found["mine"])
    address = reverse(f"{NAMESPACE}:index")
    yield ToDo(found["mine"], words, f"{address}?whose=mine", order=30)
    others = found["all"] - found["mine"]
    if may(request, "publish"):
        words = ngettext("draft of a colleague is not published", "drafts of colleagues are not published", others)
        yield ToDo(others, words, f"{address}?whose=others", order=35)


def not_published_in_time(request: Any) -> Iterator[ToDo]:
    if not may(request, "change"):
        return
    number = with_missed_time(drafts(request.user)).filter(is_missed=True).count()
    words = ngettext("page could not be published at its time", "pages could not be published at their time", number)
    yield ToDo(number, words, f"{reverse(f'{NAMESPACE}:index')}?whose=missed", order=15)


def offers_to_check(request: Any) -> Iterator[ToDo]:
    if not may(request, "publish"):
        return
    live = OfferPage.objects.filter(council_id=scope.current_council_id(), live=True)
    number = live.filter(check_overdue()).count()
    words = ngettext(
        "offer has not been checked for half a year, or is due",
        "offers have not been checked for half a year, or are due",
        number,
    )
    yield ToDo(number, words, f"{reverse('offers:index')}?check=overdue", order=50)
