"""Who a page is for. A visitor is asked to sign in first, and what they typed is kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from leavingwell.themes.portal.api import SignedOut
from leavingwell.themes.portal.devices import has_ended
from leavingwell.themes.portal.shell import viewer_of
from leavingwell.themes.portal.views.kept import session_over

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if viewer_of(request) is None:
            return sign_in_first(request)
        try:
            return view(request, *args, **kwargs)
        except SignedOut:
            return sign_in_first(request)

    return guarded


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Whoever was signed in here before is told why they are asked again."""
    if request.method == "POST":
        return session_over(request)
    told = {"over": "1"} if has_ended(request) else {}
    address = urlencode({"next": request.get_full_path(), **told})
    return HttpResponseRedirect(f"{reverse('account_request_login_code')}?{address}")


def may_in_council(request: HttpRequest, operation: str) -> bool:
    viewer = viewer_of(request)
    return viewer is not None and operation in viewer["permissions"]


def own_id(request: HttpRequest) -> str:
    """The viewer's own id as a young person. Raises `Http404` for anybody else."""
    young_person = viewer_of(request)["youngPerson"]
    if not young_person:
        raise Http404
    return str(young_person["id"])
