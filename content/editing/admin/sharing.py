"""An address of a draft to send to somebody: the portal's, and that of the council's own website."""

from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from leavingwell.content.editing.admin.screen import EditingScreen, page_to_edit
from leavingwell.content.editing.previews import token_for
from leavingwell.content.editing.shown import portal_address
from leavingwell.content.editing.tokens import LASTS
from leavingwell.content.models.content_rules import content_rules


def remote_address(base: str, page: Any, token: str, language: str) -> str:
    """The council's own address with what its front end needs: which page, in which language, and the token."""
    parts = urlsplit(base)
    needed = urlencode({"kind": page._meta.model_name, "slug": page.slug, "language": language, "token": token})
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, needed)))))


class ShareView(EditingScreen, TemplateView):
    template_name = "content/editing/share.html"
    page_title = gettext_lazy("Share a preview")
    header_icon = "view"

    @cached_property
    def page(self) -> Any:
        page = page_to_edit(self.kwargs["page_id"], self.request.user)
        if not page.preview_modes:
            raise Http404
        return page.get_latest_revision_as_object()

    def get_page_subtitle(self) -> str:
        return str(self.page.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        token = token_for(self.page, by=self.request.user, revision=self.page.latest_revision_id)  # type: ignore[arg-type]
        base = content_rules().preview_address
        whole = self.request.build_absolute_uri
        return {
            **super().get_context_data(**kwargs),
            "until": timezone.now() + LASTS,
            "addresses": [
                {
                    "language": name,
                    "portal": whole(portal_address(self.page, token, code)),
                    "remote": remote_address(base, self.page, token, code) if base else "",
                }
                for code, name in self.page.preview_modes
            ],
        }
