"""Answers that are the same for everybody, in every language and from every origin, and that caches may keep."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

FOR_EVER = "public, max-age=31536000, immutable"
FOR_A_MINUTE = "public, max-age=60"
ALLOWED = "GET, HEAD, OPTIONS"
View = Callable[..., HttpResponse]


def problem(status: int, title: str, detail: str, **headers: str) -> HttpResponse:
    """Why there is nothing, as RFC 9457 writes it."""
    body = {"title": title, "status": status, "detail": detail}
    response = JsonResponse(body, status=status, content_type="application/problem+json")
    response["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response[name] = value
    return response


def unknown(detail: str) -> HttpResponse:
    return problem(404, _("We could not find that."), detail)


def preflight() -> HttpResponse:
    headers = {"Access-Control-Allow-Methods": ALLOWED, "Access-Control-Allow-Headers": "if-none-match"}
    return HttpResponse(status=204, headers={"Allow": ALLOWED, "Access-Control-Max-Age": "86400", **headers})


def kept(request: HttpRequest, etag: str, cache: str, body: Callable[[], Mapping[str, Any]]) -> HttpResponse:
    """The body as JSON, or 304 to somebody who has it already: then it is not made. `etag` changes with the body."""
    unchanged = get_conditional_response(request, etag=f'"{etag}"')
    compact = {"ensure_ascii": False, "separators": (",", ":")}
    response = unchanged or JsonResponse(body(), json_dumps_params=compact)
    response["ETag"] = f'"{etag}"'
    response["Cache-Control"] = cache
    return response


def response_to(request: HttpRequest, view: View, parts: dict[str, str]) -> HttpResponse:
    if request.method == "OPTIONS":
        return preflight()
    if request.method not in ("GET", "HEAD"):
        return problem(405, _("Nothing can be sent here."), _("Use GET."), Allow=ALLOWED)
    if any("\0" in part for part in parts.values()):  # PostgreSQL knows no such text
        return unknown(_("There is nothing at this address."))
    return view(request, **parts)


def public(view: View) -> View:
    @csrf_exempt  # nothing can be changed
    @wraps(view)
    def answer(request: HttpRequest, **parts: str) -> HttpResponse:
        response = response_to(request, view, parts)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag"
        request.session.accessed = False  # else `Vary: Cookie` would keep caches from sharing it
        return response

    return answer
