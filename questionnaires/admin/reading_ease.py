"""How easy a text is to read, shown to whoever writes it: under the field, and again while typing."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leavingwell.translations.languages import LANGUAGES
from leavingwell.translations.readability import TARGET_AGE, Readability, readability

TEMPLATE = "questionnaires/admin/reading_ease.html"
GROWN_UP = 18
LONGEST = 2000  # characters; no field holds as many


def told(text: str, language: str) -> dict[str, Any]:
    reading = readability(text, language)
    return {"reading": reading, "age": age_words(reading), "target": TARGET_AGE}


def age_words(reading: Readability) -> str:
    """Among grown-ups the years tell nothing more."""
    age = reading.reading_age or 0
    return _("18 and over") if age >= GROWN_UP else str(age)


def shown_under(field: str, text: str, language: str) -> SafeString:
    """The place under a form field, filled for the text that is there; the script fills it again while typing."""
    address = reverse("questionnaire_editor:reading_ease")
    context = {**told(text, language), "field": field, "language": language, "address": address}
    return mark_safe(render_to_string("questionnaires/admin/reading_ease_place.html", context))


@require_POST
def reading_ease(request: HttpRequest) -> HttpResponse:
    """The same for a text that is being typed. Nothing is kept."""
    if not request.user.has_perm("questionnaires.change_wording"):
        raise PermissionDenied
    text, language = request.POST.get("text", ""), request.POST.get("language", "")
    if len(text) > LONGEST:
        return HttpResponse(_("This is too long to look at."), status=413, content_type="text/plain; charset=utf-8")
    if language not in LANGUAGES:
        return HttpResponse(_("We do not know this language."), status=400, content_type="text/plain; charset=utf-8")
    return render(request, TEMPLATE, told(text, language))
