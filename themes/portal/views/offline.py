"""What a phone keeps to show without a connection: one page that is anybody's, and what it needs."""

import json
from hashlib import sha256
from pathlib import Path

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.languages import interface_language
from leavingwell.themes.portal.shell import shell, viewer_of

WORKER = Path(__file__).parents[1] / "static" / "portal" / "offline-worker.js"
NEEDED = ("tokens.css", "base.css", "frame.css", "controls.css", "parts.css", "icons.svg", "offline.js")


def asked(request: HttpRequest) -> str:
    """The language of the address, if it is one of the council's."""
    wanted = request.GET.get("language", "")
    known = {"en", *(one["code"] for one in shell(request)["council"]["languages"])}
    return wanted if wanted in known else "en"


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The same for everybody: it names nobody, whoever is signed in."""
    language = asked(request)
    request.language = language  # type: ignore[attr-defined]  # our middleware's
    request.portal_shell = {**shell(request), "viewer": None}  # type: ignore[attr-defined]  # `shell` keeps it there
    with translation.override(interface_language(request, language)):
        answer = render(request, "portal/offline.html")
    answer["Content-Language"] = language
    return answer


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps it. It changes with what it keeps, so that browsers take it anew."""
    shelf = [reverse("offline"), shell(request)["sheet"], *(static(f"portal/{name}") for name in NEEDED)]
    script = WORKER.read_text(encoding="utf-8")
    name = sha256((script + json.dumps(shelf)).encode()).hexdigest()[:12]
    told = f"const NAME = {json.dumps(f'leavingwell-{name}')};\nconst SHELF = {json.dumps(shelf)};\n"
    answer = HttpResponse(told + script, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def still_here(request: HttpRequest) -> JsonResponse:
    """Who is signed in, by an id that says nothing: a page that the browser kept asks before it shows itself again."""
    viewer = viewer_of(request)
    return JsonResponse({"person": viewer["id"] if viewer else None}, headers={"Cache-Control": "no-store"})
