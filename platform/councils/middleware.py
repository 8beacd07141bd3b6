"""The host name of a request opens the scope of its council, before sessions and authentication."""

from collections.abc import Callable, Iterator
from contextvars import copy_context

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.request import CouncilRequest

GetResponse = Callable[[CouncilRequest], HttpResponseBase]
NATIONAL_URLS = "leavingwell.platform.urls.national"
NEUTRAL_URLS = "leavingwell.platform.urls.neutral"


def host_of(request: CouncilRequest) -> str:
    try:
        return request.get_host().rsplit(":", 1)[0].lower().rstrip(".")
    except DisallowedHost:
        return ""


def scoped_stream(body: Iterator[bytes]) -> Iterator[bytes]:
    """A streamed body is made after the scope has ended: each piece is made in a copy of the request's context."""
    context = copy_context()
    return iter(lambda: context.run(next, body, None), None)


class CouncilMiddleware:
    """Sets `request.council`. A host that is no council's sees a neutral page which names none."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: CouncilRequest) -> HttpResponseBase:
        host = host_of(request)
        request.council = None
        if host in settings.NATIONAL_HOSTS:
            request.urlconf = NATIONAL_URLS
            with scope.national_scope(f"{request.method} {request.path} on {host}"):
                return self.get_response(request)
        council = Council.objects.filter(host=host, is_active=True).first()
        if council is None:
            request.urlconf = NEUTRAL_URLS
            return self.get_response(request)
        request.council = council
        with scope.scope(council):
            response = self.get_response(request)
            if isinstance(response, StreamingHttpResponse) and isinstance(response.streaming_content, Iterator):
                response.streaming_content = scoped_stream(response.streaming_content)
            return response
