"""Writes down what national staff do: each request that may change something, on whichever host."""

import logging
from collections.abc import Callable

from django.http.response import HttpResponseBase

from leavingwell.platform.councils.request import CouncilRequest

logger = logging.getLogger("leavingwell.national")
READING = {"GET", "HEAD", "OPTIONS"}


class NationalLogMiddleware:
    """After the viewer is known. The line is written before the request runs, so that a failed attempt is there too."""

    def __init__(self, get_response: Callable[[CouncilRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: CouncilRequest) -> HttpResponseBase:
        if request.method not in READING and request.user.is_authenticated and request.user.council_id is None:
            where = request.council.slug if request.council else "nation"
            logger.info("%s (%s) %s: %s %s", request.user, request.user.pk, where, request.method, request.path)
        return self.get_response(request)
