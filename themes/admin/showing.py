"""The theme editor between opening and saving: showing a look that is not saved, and keeping each that is."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase

from leavingwell.platform.people.models import Person
from leavingwell.themes.admin.board import board, coverages
from leavingwell.themes.admin.fields import DERIVED_MODES, name_in
from leavingwell.themes.admin.problems import Trouble
from leavingwell.themes.palettes import complete
from leavingwell.themes.roles import ROLES
from leavingwell.themes.services.saving import finish
from leavingwell.themes.services.versions import keep_what_was

LIVE = "X-Look-Preview"  # a script asks, which replaces parts of the page


def viewer_of(request: HttpRequest) -> Person | None:
    viewer: Person | None = getattr(request, "viewer", None)
    return viewer if viewer else None  # a lazy nobody becomes None


def taken_over(data: Any) -> Any:
    """What was sent, with the colour of the button that was pressed."""
    field, _equals, colour = data.get("mend", "").partition("=")
    if not colour:
        return data
    changed = data.copy()
    changed[field] = colour
    return changed


def told(trouble: Trouble, form: Any) -> dict[str, Any]:
    label = str(form[trouble.field].label) if trouble.field else ""
    return {"field": trouble.field, "words": trouble.words, "colour": trouble.nearest, "label": label}


def as_parts(request: HttpRequest, form: Any) -> JsonResponse:
    """The preview, what is wrong beside which field, and the colours that are made from others."""
    form.is_valid()
    colours = complete(form.draft().colours)
    derived = {name_in(mode, role.role): colours[mode][role.role] for mode in DERIVED_MODES for role in ROLES}
    found = {"board": board(request, form), "troubles": [told(one, form) for one in form.troubles], "derived": derived}
    return JsonResponse({**found, "coverages": coverages(request, form)})


class ShowsAgain:
    """“Show preview” and “Use this colour” are buttons of the form: it comes back as sent, and nothing is saved."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not {"show_preview", "mend"} & request.POST.keys():
            answer: HttpResponseBase = super().post(request, *args, **kwargs)  # type: ignore[misc]
            return answer
        view: Any = self
        request.POST = taken_over(request.POST)
        view.form = view.get_form()
        if LIVE in request.headers:
            return as_parts(request, view.form)
        view.form.is_valid()
        shown: HttpResponseBase = view.render_to_response(view.get_context_data(form=view.form))
        return shown


class KeepsVersions:
    """Each look that is saved stays, with who saved it."""

    def save_instance(self) -> Any:
        view: Any = self
        keep_what_was(view.form.instance)
        theme = super().save_instance()  # type: ignore[misc]
        finish(theme, by=viewer_of(view.request))
        return theme
