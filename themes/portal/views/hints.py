"""Ideas that would make something to do clearer, while somebody types it."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.forms.actions import SketchForm


@signed_in
@require_POST
def hints(request: HttpRequest) -> JsonResponse:
    form = SketchForm(request.POST)
    form.is_valid()  # a day that is half typed is none yet
    found = ask(request, "action-hints", input=form.api_input())["actionHints"]
    return JsonResponse({"hints": [one["message"] for one in found]})
