"""The page for somebody who comes with a browser: GraphiQL where it is switched on, else where the API is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


@never_cache
def page(request: HttpRequest) -> HttpResponse:
    template = "graphql/explorer.html" if settings.GRAPHQL_EXPLORER else "graphql/address.html"
    return render(request, template, {"address": request.build_absolute_uri(request.path)})
