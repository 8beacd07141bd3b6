"""What an editor is typing, kept for its preview: one text for each editor and page, and for half an hour."""

from typing import Any

from django.core.cache import cache

from leavingwell.content.editing.tokens import LASTS, Leave


def key_of(leave: Leave) -> str:
    return f"preview:{leave.council}:{leave.by}:{leave.model}:{leave.page or 'new'}"


def keep(leave: Leave, page: Any) -> None:
    """`page` is as the form has filled it; nothing of it is in the database."""
    cache.set(key_of(leave), {"parent": parent_path(page), "content": page.to_json()}, LASTS.total_seconds())


def kept(leave: Leave) -> dict[str, Any] | None:
    found: dict[str, Any] | None = cache.get(key_of(leave))
    return found


def parent_path(page: Any) -> str:
    return str(page.path[: -page.steplen])
