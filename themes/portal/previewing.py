"""Drafts in the portal: a page's own address with `?preview=` and a token, which shows what nobody else sees yet.

The token is good for one page: on any other address it changes nothing.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from leavingwell.themes.portal.api import PreviewOver, ask

FRAMED_BY_US = ("frame-ancestors 'none'", "frame-ancestors 'self'")
READING = ("GET", "HEAD")


def asked_token(request: HttpRequest) -> str:
    return request.GET.get("preview", "") if request.method in READING and getattr(request, "council", None) else ""


def choose_language(request: Any) -> None:
    """A preview comes in the language of its address, whatever the editor reads the portal in."""
    wanted = request.GET.get("language", "")
    if asked_token(request) and wanted in ("en", *request.council.language_codes):
        request.language = wanted


def begin(request: Any) -> HttpResponse | None:
    """Lets the page be drawn from the draft. The answer is the page for a preview that is over."""
    if getattr(request, "words_over", False):
        return render(request, "portal/preview_over.html", status=410)
    token = request.preview_token = asked_token(request)
    if not token:
        return None
    try:
        found = ask(request, "preview")["preview"]
    except PreviewOver:
        request.preview_token = ""
        return render(request, "portal/preview_over.html", status=410)
    if found and found["path"] == request.path:
        request.preview = found
        request.in_preview_panel = "panel" in request.GET  # Wagtail's checks look at the page in this frame
    else:
        request.preview_token = ""
    return None


def with_headers(request: HttpRequest, response: HttpResponseBase, policy: str) -> None:
    """For the admin's frame alone, kept by nobody, and its address told to nobody."""
    if asked_token(request):
        response.headers["Content-Security-Policy"] = policy.replace(*FRAMED_BY_US)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
