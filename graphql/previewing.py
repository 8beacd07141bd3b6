"""Where a request carries a preview's token."""

from django.http import HttpRequest

HEADER = "X-Preview-Token"
LONGEST = 2000  # characters


def token_in(request: HttpRequest) -> str:
    """The portal puts the token of its address in `preview_token`, empty where there is none: its pages obey no header.

    Other front ends send it in the header.
    """
    found: str = request.preview_token if hasattr(request, "preview_token") else request.headers.get(HEADER, "")
    return found[:LONGEST]
