"""Mixed into our pages: Wagtail's previews are the portal's own pages, drawn from the draft."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from leavingwell.content.editing.previews import token_for
from leavingwell.translations.languages import LANGUAGES
from leavingwell.translations.panels import languages_in_scope

SIZES = [
    {"name": "mobile", "icon": "mobile-alt", "device_width": 375, "label": _("Phone")},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Desktop")},
]


def version_asked_for(request: Any, page: Any) -> int | None:
    """The saved version that an admin address shows; None for the form that is being filled in."""
    match = request.resolver_match
    if "revision_id" in match.kwargs:
        return int(match.kwargs["revision_id"])
    is_saved = match.view_name.endswith(":view_draft")
    return page.latest_revision_id if is_saved else None


def portal_address(page: Any, token: str, language: str, *, beside_form: bool = False) -> str:
    """`beside_form`: in the frame beside the page's form, where Wagtail's own checks look at it as well."""
    panel = {"panel": "1"} if beside_form else {}
    return f"{page.portal_path()}?{urlencode({'language': language, **panel, 'preview': token})}"


class ShownInPortal:
    """The modes of a preview are the council's languages."""

    is_preview = False  # True: a draft, made by `previews.draft_of`

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return [(code, LANGUAGES[code].own_name) for code in languages_in_scope()]

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        return SIZES

    def make_preview_request(
        self, original_request: Any = None, preview_mode: Any = None, extra_request_attrs: Any = None
    ) -> HttpResponseRedirect:
        """Leads the admin's frame, or a tab of its own, to the portal."""
        request: HttpRequest = original_request
        page: Any = self
        token = token_for(page, by=request.user, revision=version_asked_for(request, page))  # type: ignore[arg-type]
        known = dict(self.preview_modes)
        language = preview_mode if preview_mode in known else next(iter(known))
        beside = bool((extra_request_attrs or {}).get("in_preview_panel"))
        response = HttpResponseRedirect(portal_address(page, token, language, beside_form=beside))
        response["Cache-Control"] = "no-store"
        return response
