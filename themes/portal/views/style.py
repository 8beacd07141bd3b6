from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.shell import shell
from leavingwell.themes.portal.style_samples import draw


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """The look of this council: every component as it is. For anybody, and in no search engine."""
    around = {**shell(request), "viewer": None}
    request.portal_shell = around  # type: ignore[attr-defined]  # `shell` keeps it there
    response = render(request, "portal/style.html", {"samples": mark_safe(draw(request, around))})
    response["X-Robots-Tag"] = "noindex"
    return response
