"""What caches may do with an answer: nothing with somebody's own or a draft; a visitor's they ask about."""

from django.http import HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag

from leavingwell.graphql.previewing import token_in
from leavingwell.platform.people.request import Request


def for_caches(response: HttpResponse, request: Request, *, whole: bool) -> HttpResponse:
    """`whole` says that the answer has no errors. To a GET a visitor gets an ETag, and 304 if they have it already."""
    if request.viewer or token_in(request):
        patch_cache_control(response, private=True, no_store=True)
    elif request.method != "POST" and whole:
        patch_cache_control(response, no_cache=True)
        set_response_etag(response)
        return get_conditional_response(request, etag=response["ETag"], response=response) or response
    return response
