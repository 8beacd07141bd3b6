"""Drafts, for whoever has a preview's token: in the header `X-Preview-Token`, or in the portal's address."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import strawberry
from django.utils.translation import gettext as _

from leavingwell.content.editing.previews import draft_of
from leavingwell.content.editing.tokens import PreviewOver
from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import refusal
from leavingwell.graphql.previewing import token_in

P = TypeVar("P")


@strawberry.type(
    description="The draft that the request's token shows. It can be seen until `endsAt`, and by nobody else."
)
class Preview:
    slug: str
    path: str = strawberry.field(description="The portal's address of the page, without its host.")
    ends_at: datetime


def shown(info: Info) -> Any:
    """The draft and the leave to see it; None for a request without a token. Raises PREVIEW_OVER."""
    request: Any = info.context.request
    token = token_in(request)
    if not token:
        return None
    if not hasattr(request, "preview_draft"):
        try:
            request.preview_draft = draft_of(token)
        except PreviewOver:
            raise refusal("PREVIEW_OVER", _("This preview is over. Ask for a new one.")) from None
    return request.preview_draft


def drafted(info: Info, model: type[P], *, slug: str = "", key: UUID | str | None = None) -> P | None:
    """The draft of the asked page, if it is the one that the token shows."""
    found = shown(info)
    if found is None or not isinstance(found[0], model):
        return None
    page: Any = found[0]
    same = str(page.translation_key) == str(key) if key else page.slug == slug
    return page if same else None


@strawberry.type
class PreviewQuery:
    @strawberry.field(description="What the request's preview token shows; null without one.")
    def preview(self, info: Info) -> Preview | None:
        found = shown(info)
        if found is None:
            return None
        page, leave = found
        return Preview(slug=page.slug, path=page.portal_path(), ends_at=leave.ends_at)
