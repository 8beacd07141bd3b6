"""The screen with both texts, when somebody else has saved the page since its form was opened."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from leavingwell.content.editing import conflicts

KEEP_THEIRS = "keep-theirs"
DROPPED = (*conflicts.VERSION, KEEP_THEIRS, "csrfmiddlewaretoken")


def instead_of_saving(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Wagtail's hook before a page's form is worked on. The editor's script asks by JSON, and is refused by itself."""
    latest = page.latest_revision
    if request.method != "POST" or "application/json" in request.headers.get("Accept", ""):
        return None
    if not conflicts.is_out_of_date(request.POST, latest) or latest.user_id == request.user.pk:
        return None  # one's own autosave can be on its way while one saves
    form = conflicts.form_with(request.POST, page, request.user)
    if KEEP_THEIRS in request.POST and form.is_valid():
        conflicts.keep_theirs(form, page, request.user)
        messages.success(request, _("Theirs is the draft. Yours is in the history: you can bring it back from there."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    both = list(conflicts.differences(form, latest.as_object()))
    if not both and form.is_valid():
        return None  # the same words twice
    context = {
        "page": page,
        "latest": latest,
        "both": both,
        "can_keep_theirs": form.is_valid(),
        "typed": list(typed(request.POST)),
    }
    return render(request, "content/editing/both_texts.html", context, status=409)


def typed(posted: Any) -> Iterator[tuple[str, str]]:
    """Everything that was sent, to be sent again."""
    for name, values in posted.lists():
        if name not in DROPPED:
            yield from ((name, value) for value in values)
