"""A council's own OpenID Connect provider, as its rules say: allauth's, with the ID token fully checked."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import SignInRules
from leavingwell.platform.people.sign_in.claims import verified_claims
from leavingwell.platform.people.sign_in.rules import provider_key
from leavingwell.platform.people.sign_in.sealing import BrokenSeal, unseal

ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


def app_of(rules: SignInRules) -> SocialApp | None:
    """What allauth knows of a provider. It is never stored: the secret stands sealed in the rules. None: not usable."""
    try:
        secret = unseal(rules.sealed_client_secret)
    except BrokenSeal:
        return None
    settings = {"server_url": rules.issuer.rstrip("/"), "issuer": rules.issuer, "oauth_pkce_enabled": True}
    return SocialApp(
        provider="openid_connect",
        provider_id=provider_key(rules),
        name=_("your council account"),
        client_id=rules.client_id,
        secret=secret,
        settings={**settings, "only": rules.only_single_sign_on},
    )


@contextmanager
def nonsense_is_an_error() -> Iterator[None]:
    """Whatever shape a provider's answer has."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise OAuth2Error("an answer that makes no sense") from error


class Connection(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    def get_provider(self) -> "CouncilProvider":
        return self._provider

    @cached_property
    def _provider(self) -> "CouncilProvider":
        found: CouncilProvider = get_adapter(self.request).get_provider(self.request, self.provider_id)
        return found

    @property
    def openid_config(self) -> dict[str, Any]:
        with nonsense_is_an_error():
            config: dict[str, Any] = super().openid_config
            if config["issuer"] != self.get_provider().app.settings["issuer"]:
                raise OAuth2Error("another issuer")
            if not all(isinstance(config[name], str) for name in ENDPOINTS):
                raise OAuth2Error("an incomplete configuration")
        return config

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        address: str = build_absolute_uri(request, reverse("council_account_callback"))
        return address

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> Any:
        with nonsense_is_an_error():
            return super().get_access_token_data(*args, **kwargs)

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> Any:
        with nonsense_is_an_error():
            claims = self.claims(app, kwargs["response"]["id_token"])
            login = self.get_provider().sociallogin_from_response(request, {"id_token": claims})
            login.claims = claims
        return login

    def claims(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        config = self.openid_config
        with get_adapter().get_requests_session() as session:
            answer = session.get(config["jwks_uri"])
            answer.raise_for_status()
        return verified_claims(id_token, answer.json(), issuer=config["issuer"], client_id=app.client_id)


class CouncilProvider(OpenIDConnectProvider):  # type: ignore[misc]
    oauth2_adapter_class = Connection

    def extract_extra_data(self, data: Any) -> dict[str, Any]:
        return {}  # what else a provider tells about somebody is not ours to keep

    def get_login_url(self, request: HttpRequest, **kwargs: Any) -> str:
        return reverse("council_account")

    def get_callback_url(self) -> str:
        return reverse("council_account_callback")
