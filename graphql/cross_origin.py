"""Any front end may ask, from any origin: with a session token, never with our cookies."""

from django.http import HttpResponse

ALLOWED = "GET, HEAD, POST, OPTIONS"
SENT = "accept-language, content-type, if-none-match, x-preview-token, x-session-token"
DAY = 24 * 60 * 60  # seconds


def open_to_all(response: HttpResponse) -> None:
    """Without `Access-Control-Allow-Credentials`, so that no browser sends cookies along."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag"


def preflight() -> HttpResponse:
    return HttpResponse(
        status=204,
        headers={
            "Allow": ALLOWED,
            "Access-Control-Allow-Methods": ALLOWED,
            "Access-Control-Allow-Headers": SENT,
            "Access-Control-Max-Age": str(DAY),
        },
    )
