"""What a host that is no council's serves, whatever the path: one page which names no council."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt  # it changes nothing, and a form sent to the wrong address deserves the same answer
def nothing_here(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    return render(request, "councils/neutral.html", status=404)


urlpatterns = [re_path(r"", nothing_here)]
handler404 = handler400 = nothing_here
