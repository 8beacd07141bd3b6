"""A young person's copy of everything that is known about them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from leavingwell.themes.portal.access import own_id, signed_in
from leavingwell.themes.portal.api import Refused, ask, change
from leavingwell.themes.portal.forms.planning import DocumentForm
from leavingwell.themes.portal.languages import asked_language
from leavingwell.themes.portal.views.plan import languages_of


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    own_id(request)  # nobody else has this page
    languages = languages_of(request)
    form = DocumentForm(request.POST or None, languages=languages, initial={"language": asked_language(request)})
    if request.method == "POST" and form.is_valid():
        try:
            made = change(request, "request-my-data", language=form.cleaned_data["language"])
        except Refused as refused:
            messages.error(request, refused.message)
        else:
            return redirect("plan_document", document=made["id"])
    context = {"form": form, "copies": ask(request, "my-data")["dataCopies"]}
    return render(request, "portal/my_data.html", context, status=422 if request.method == "POST" else 200)
