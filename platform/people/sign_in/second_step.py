"""A second step that the council requires of its staff: until they have one, they can set one up and no more."""

from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from leavingwell.platform.people.models import SignInRules, User
from leavingwell.platform.people.staff import STAFF_ROLES

COUNCIL_ACCOUNT = "socialaccount"  # allauth's name for this way to sign in
STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # recovery codes alone are none
# Where a second step is set up, and what those pages need. The API answers by itself, with a code.
OPEN = ("/accounts/", "/help/", "/join/", "/language/", "/media/", "/theme.")
API = ("/_allauth/", "/graphql/")


LAST_STEP = gettext_lazy("Your council asks for a second step. Set up another one first.")


class LastStep(PermissionDenied):
    """It must stay until there is another one."""


def required() -> Q:
    """Of which accounts the council requires a second step."""
    rules = SignInRules.objects.filter(council=OuterRef("council"), staff_need_second_step=True)
    return Q(Exists(rules), person__role__in=STAFF_ROLES)


def without_second_step() -> Q:
    steps = Authenticator.objects.filter(user=OuterRef("pk"), type__in=STEPS)
    return required() & ~Q(Exists(steps))


def used_council_account(request: HttpRequest, user: Any) -> bool:
    """The provider is where the council says how its staff prove who they are."""
    return any(way.get("method") == COUNCIL_ACCOUNT for way in get_authentication_records(request, user))


def needs_second_step(request: HttpRequest) -> bool:
    user = request.user
    return getattr(user, "lacks_second_step", False) and not used_council_account(request, user)


def may_be_removed(authenticator: Authenticator) -> bool:
    """Whoever must have a second step keeps at least one."""
    if authenticator.type not in STEPS:
        return True
    others = Authenticator.objects.filter(user=authenticator.user_id, type__in=STEPS).exclude(pk=authenticator.pk)
    return others.exists() or not User.objects.filter(required(), pk=authenticator.user_id).exists()


def keep_the_last(sender: object, instance: Authenticator, origin: object, **kwargs: object) -> None:
    """allauth asks its adapter about codes from an app alone; keys, and its API, come by here."""
    if origin is instance and not may_be_removed(instance):
        raise LastStep


class SecondStep(AuthenticateStage):  # type: ignore[misc]  # allauth has no types
    """Asked of everybody who has set one up, but for those who come by the council's account."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return not used_council_account(request, self.login.user) and super()._should_handle(request)


class SecondStepMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(API) or not needs_second_step(request):
            return self.get_response(request)
        request.second_step_needed = True  # type: ignore[attr-defined]  # for the page where it is set up
        if request.path.startswith(OPEN):
            return self.get_response(request)
        if request.method in ("GET", "HEAD"):
            return redirect(f"/accounts/2fa/?{urlencode({'next': request.get_full_path()})}")
        return render(request, "mfa/needed.html", status=403)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, LastStep):
            return None
        if request.path.startswith(API):
            return JsonResponse({"status": 403, "errors": [{"code": "last_step", "message": LAST_STEP}]}, status=403)
        messages.error(request, LAST_STEP)
        return redirect("mfa_index")
