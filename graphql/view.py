"""The HTTP endpoint: one council's, which the host decides."""

from django.http import HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types import ExecutionResult

from leavingwell.graphql import cross_origin, explorer
from leavingwell.graphql.answers import answered, refused
from leavingwell.graphql.caching import for_caches
from leavingwell.graphql.execution import ANY, QUERIES, run
from leavingwell.graphql.negotiation import GRAPHQL_JSON, JSON, chosen, media_type_for, wants_page
from leavingwell.graphql.refusals import Refusal
from leavingwell.graphql.request_body import Operation, operation_of
from leavingwell.graphql.sign_in import sign_in
from leavingwell.graphql.trusted import document_for
from leavingwell.platform.people.request import Request


@csrf_exempt  # `sign_in` checks requests that a cookie signs
def endpoint(request: Request) -> HttpResponse:
    try:
        response = response_to(request)
    except Refusal as refusal:
        response = refused(refusal, chosen(request, JSON, GRAPHQL_JSON) or JSON)
    cross_origin.open_to_all(response)
    patch_vary_headers(response, ["Accept", "Accept-Language", "Cookie", "X-Preview-Token", "X-Session-Token"])
    return response


def response_to(request: Request) -> HttpResponse:
    if request.method == "OPTIONS":
        return cross_origin.preflight()
    if request.method not in ("GET", "HEAD", "POST"):
        raise method_refusal(_("Send a POST."), cross_origin.ALLOWED)
    if wants_page(request):
        return explorer.page(request)
    media_type = media_type_for(request)
    operation = operation_of(request)
    sign_in(request)
    with translation.override(request.language):
        result = result_of(operation, request)
    return for_caches(answered(result, media_type), request, whole=not result.errors)


def result_of(operation: Operation, request: Request) -> ExecutionResult:
    allowed = ANY if request.method == "POST" else QUERIES
    try:
        document = document_for(operation.document, operation.extensions)
        return run(
            document, operation.variables, request, operation=operation.name, allowed=allowed, takes_encoded=True
        )
    except InvalidOperationTypeError:
        raise method_refusal(_("Only queries can be sent in an address. Send a POST."), "POST, OPTIONS") from None
    except GraphQLError as error:
        return ExecutionResult(data=None, errors=[error])


def method_refusal(message: str, allowed: str) -> Refusal:
    return Refusal(405, "METHOD_NOT_ALLOWED", message, {"Allow": allowed})
