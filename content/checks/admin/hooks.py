"""What Wagtail's hooks do about the checks."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail.admin import messages

from leavingwell.content.checks.blocking import refuse_while_found
from leavingwell.content.checks.keeping import check_page
from leavingwell.content.models import HomePage
from leavingwell.platform.councils import scope
from leavingwell.platform.problems import Problems


def check_saved(request: HttpRequest, page: Any) -> None:
    """After a page was made or saved: the list knows it as it is now."""
    if scope.current() and not isinstance(page, HomePage):
        check_page(page)


def keep_back(request: HttpRequest, page: Any) -> HttpResponseRedirect | None:
    """Before a page is published: the draft is saved already, so that nothing is lost."""
    try:
        refuse_while_found(page)
    except Problems as problems:
        messages.error(request, str(problems.problems[0].message))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def keep_some_back(request: HttpRequest, action_type: str, pages: Any, action: Any) -> HttpResponseRedirect | None:
    """Before many pages are published at once."""
    if action_type != "publish" or request.method != "POST":
        return None
    for page in pages:
        if refused := keep_back(request, page):
            return refused
    return None


def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("content/editing.css"))
