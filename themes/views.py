"""What stands at addresses of its own for anybody: the look as design tokens, and the council's small sign."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_safe

from leavingwell.platform.councils.request import CouncilRequest
from leavingwell.themes import letter_icons
from leavingwell.themes.design_tokens import design_tokens
from leavingwell.themes.manifest import manifest_of
from leavingwell.themes.marks import mark_of
from leavingwell.themes.models import ThemeIcon
from leavingwell.themes.palettes import MODES
from leavingwell.themes.services.icons import SIZES
from leavingwell.themes.tokens import own_theme

ICONS = {*SIZES, "favicon.ico"}
FIVE_MINUTES, A_DAY, A_YEAR = 300, 86_400, 31_536_000
ALLOWED = "Access-Control-Allow-Origin"  # design tools read it from elsewhere; it holds nothing private


def known(mode: str) -> str:
    """Raises `Http404` for a mode that there is none of."""
    name = mode.replace("-", "_")
    if name not in MODES:
        raise Http404
    return name


def mark(request: HttpRequest, mode: str = "light") -> str:
    return mark_of(design_tokens(own_theme(), known(mode)))


@require_safe
@condition(etag_func=mark)
def tokens(request: HttpRequest, mode: str = "light") -> HttpResponse:
    """The look of the council whose host this is, in the Design Tokens format; one document for each mode."""
    answer = JsonResponse(design_tokens(own_theme(), known(mode)), content_type="application/design-tokens+json")
    answer[ALLOWED] = "*"
    patch_cache_control(answer, public=True, max_age=FIVE_MINUTES)
    return answer


@require_safe
def icon(request: CouncilRequest, name: str) -> HttpResponse:
    """One size of the small sign. With its mark in the address (`?v=`) browsers may keep it for ever."""
    if name in letter_icons.NAMES:
        return letter_icon(request, name)
    found = ThemeIcon.objects.filter(name=name).first() if name in ICONS else None
    if found is None:
        raise Http404
    answer = HttpResponse(bytes(found.content), content_type=found.kind)
    kept = A_YEAR if request.GET.get("v") == found.mark else FIVE_MINUTES
    patch_cache_control(answer, public=True, max_age=kept)
    return answer


def letter_icon(request: CouncilRequest, name: str) -> HttpResponse:
    """The sign of a council that has uploaded none."""
    if request.council is None:
        raise Http404
    sign = letter_icons.sign_of(request.council, own_theme())
    kind, content = letter_icons.drawn(name, sign)
    answer = HttpResponse(content, content_type=kind)
    patch_cache_control(answer, public=True, max_age=A_YEAR if request.GET.get("v") == sign.mark else A_DAY)
    return answer


@require_safe
def favicon(request: CouncilRequest) -> HttpResponseBase:
    """What browsers ask for unasked: the council's, or its letter."""
    if ThemeIcon.objects.filter(name="favicon.ico").exists():
        return icon(request, "favicon.ico")
    return redirect(reverse("theme_icon", args=["letter.svg"]) if request.council else static("portal/favicon.svg"))


@require_safe
def manifest(request: CouncilRequest) -> HttpResponse:
    """What a phone needs to put the portal on its home screen."""
    if request.council is None:
        raise Http404
    answer = JsonResponse(manifest_of(request.council, own_theme()), content_type="application/manifest+json")
    patch_cache_control(answer, public=True, max_age=FIVE_MINUTES)
    return answer
