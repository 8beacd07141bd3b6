"""To the council's provider and back. A link and no form: a page's policy forbids forms that end at another site."""

from secrets import token_urlsafe

from allauth.account.utils import get_next_redirect_url
from allauth.core.internal import ratelimit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from leavingwell.platform.people.sign_in.adapter import refused
from leavingwell.platform.people.sign_in.provider import Connection, CouncilProvider


def provider_here(request: HttpRequest) -> CouncilProvider:
    """Raises `Http404` where a council has no single sign-on."""
    try:
        found: CouncilProvider = get_adapter(request).get_provider(request, "openid_connect")
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return found


def too_often(request: HttpRequest) -> HttpResponse | None:
    """By address. Before the provider has vouched for somebody there is no account that could be guessed at."""
    answer: HttpResponse | None = ratelimit.consume_or_429(
        request, app="allauth.account", action="council_account", limit_get=True
    )
    return answer


@never_cache
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    provider = provider_here(request)
    if answer := too_often(request):
        return answer
    nonce = token_urlsafe(24)
    next_url = get_next_redirect_url(request)
    try:
        to_provider: HttpResponse = provider.redirect(
            request, "login", next_url=next_url, auth_params={"nonce": nonce}, nonce=nonce
        )
    except (OAuth2Error, RequestException):
        return refused(request, unreachable=True)
    return to_provider


@never_cache
@require_safe
def callback(request: HttpRequest) -> HttpResponse:
    provider = provider_here(request)
    if answer := too_often(request):
        return answer
    view = OAuth2CallbackView.adapter_view(Connection(request, provider.app.provider_id))
    try:
        back: HttpResponse = view(request)
    except (OAuth2Error, RequestException):  # allauth foresees these only after it has asked for the configuration
        return refused(request, unreachable=True)
    return back


@never_cache
@require_safe
def only_this_way(request: HttpRequest) -> HttpResponse:
    """For those who came with a password or a code that is right, but whose council wants its own account."""
    provider_here(request)
    return render(request, "socialaccount/only.html")
