"""The HTTP endpoint."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from strawberry.django.views import GraphQLView

from leavingwell.graphql.context import Context
from leavingwell.graphql.schema import schema
from leavingwell.platform.people.authentication import UnknownToken, sign_in_by_token


class View(GraphQLView):
    def get_context(self, request: HttpRequest, response: HttpResponse) -> Any:
        return Context(request, response)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            sign_in_by_token(request)
        except UnknownToken:
            return HttpResponse(status=401)
        return super().dispatch(request, *args, **kwargs)


endpoint = View.as_view(schema=schema)
