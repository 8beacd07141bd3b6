from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leavingwell.themes.portal.access import signed_in
from leavingwell.themes.portal.api import Refused, change
from leavingwell.themes.portal.forms.translating import TranslationForm
from leavingwell.themes.portal.returning import place_to_return
from leavingwell.themes.portal.shell import shell


@signed_in
@require_POST
def translate_words(request: HttpRequest, person: str) -> HttpResponse:
    """Adds what words mean in another language; back to the page on which they stand."""
    form: Any = TranslationForm(request.POST, languages=shell(request)["council"]["languages"])
    if form.is_valid():
        try:
            change(request, "translate-words", **form.api_input())
        except Refused as refused:
            form.take(refused)
        else:
            messages.success(request, _("Added. The words themselves stay as they are."))
            return redirect(place_to_return(request))
    context = {"form": form, "person_id": person, "back": place_to_return(request)}
    return render(request, "portal/translate_words.html", context, status=422)
