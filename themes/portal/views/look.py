from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.shell import fingerprint as fingerprint_of
from leavingwell.themes.tokens import stylesheet

A_YEAR = "public, max-age=31536000, immutable"


@require_safe
def theme(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """The council's tokens as custom properties. An address of an older look answers with today's, for a while."""
    sheet = stylesheet(ask(request, "theme")["theme"]["tokens"])
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = A_YEAR if fingerprint == fingerprint_of(sheet) else "no-cache"
    return response
