"""Signing in with the council's own account: who is let in, and what the others see."""

import logging
from typing import Any

import requests
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leavingwell.platform.people.sign_in.accounts import candidate, join, known
from leavingwell.platform.people.sign_in.claims import verified_email
from leavingwell.platform.people.sign_in.fetching import PublicSession
from leavingwell.platform.people.sign_in.proof import ask_for_proof, was_in_use
from leavingwell.platform.people.sign_in.provider import CouncilProvider, app_of
from leavingwell.platform.people.sign_in.rules import sign_in_rules

logger = logging.getLogger(__name__)


def refused(request: HttpRequest, *, unreachable: bool = False) -> HttpResponse:
    """One page for all who are not let in, so that it tells nobody who has an account."""
    context = {"unreachable": unreachable}
    return render(request, "socialaccount/authentication_error.html", context, status=403)


class CouncilAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The one of the council whose host is asked: never one from the table of apps, which we do not use."""
        rules = sign_in_rules()
        app = app_of(rules) if rules.single_sign_on else None
        return [app] if app and provider in (None, app.provider, app.provider_id) else []

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> CouncilProvider:
        return CouncilProvider(request, app=self.get_app(request, provider=provider))

    def list_providers(self, request: HttpRequest) -> list[CouncilProvider]:
        return [CouncilProvider(request, app=app) for app in self.list_apps(request)]

    def get_requests_session(self) -> PublicSession:
        return PublicSession()

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False  # a council invites

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        return False  # `account_of` does, for staff alone

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        return sociallogin.user  # nobody new is made of what a provider says

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        nonce = sociallogin.state.get("nonce")
        is_answer = bool(nonce) and sociallogin.claims.get("nonce") == nonce
        account = self.account_of(request, sociallogin) if is_answer else None
        if account is None:
            raise ImmediateHttpResponse(refused(request))
        sociallogin.user = account.user

    def account_of(self, request: HttpRequest, sociallogin: Any) -> Any:
        """The stored account; None for anybody who is not to be let in. Raises an answer that asks for proof."""
        found, email = sociallogin.account, verified_email(sociallogin.claims)
        if found.pk or not email:
            return known(found) if found.pk else None
        person = candidate(found.provider, email)
        if person and person.user and not was_in_use(person.user):
            return join(found, person)
        if not ask_for_proof(request, found, email, person, sociallogin.state.get("next")):
            raise ImmediateHttpResponse(ratelimit.respond_429(request))
        raise ImmediateHttpResponse(redirect("council_account_proof"))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        logger.warning("a council account was refused", exc_info=exception)
        unreachable = isinstance(exception, requests.RequestException)
        raise ImmediateHttpResponse(refused(request, unreachable=unreachable))
