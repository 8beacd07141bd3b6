"""How often one address may send a code or a key, on pages and through the API.

allauth limits who asks for codes, and how often each code is tried; but not how many accounts one address tries.
"""

import re
from collections.abc import Callable

from allauth.core import ratelimit
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

PROOFS = re.compile(
    r"^/accounts/(login/code/confirm|password/reset/code|council/code|2fa/(authenticate|reauthenticate|webauthn/\w+))/"
    r"|^/_allauth/(app|browser)/v1/auth/(code/confirm|password/reset|2fa/|webauthn/|reauthenticate)"
)


def too_often(request: HttpRequest) -> HttpResponseBase:
    if request.path.startswith("/_allauth/"):
        return JsonResponse({"status": 429}, status=429)  # as the API says it elsewhere
    page: HttpResponseBase = ratelimit.respond_429(request)
    return page


class ProofLimitMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        proves = request.method == "POST" and PROOFS.match(request.path)
        if proves and not ratelimit.consume(request, action="prove"):
            return too_often(request)
        return self.get_response(request)
