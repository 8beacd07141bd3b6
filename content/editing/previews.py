"""The draft that a token gives leave to see."""

import json
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import Page

from leavingwell.content.editing import tokens, typed
from leavingwell.content.editing.tokens import Leave, PreviewOver
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import User


def token_for(page: Any, *, by: User, revision: int | None) -> str:
    """`revision` is a saved version of the page; None keeps the page as it stands, which nobody has saved."""
    given = tokens.leave(
        council=scope.current_council_id(),
        by=by.pk,
        model=page._meta.label_lower,
        page=None if page._state.adding else page.pk,
        revision=revision,
    )
    if revision is None:
        typed.keep(given, page)
    return tokens.token_of(given)


def draft_of(token: str) -> tuple[Any, Leave]:
    """The page as the token's version has it, not saved, with `is_preview` set. Raises `PreviewOver`."""
    leave = tokens.leave_in(token)
    user = User.objects.filter(pk=leave.by, is_active=True).first()
    if leave.council != scope.current() or user is None:
        raise PreviewOver
    page = new_page(leave, user) if leave.page is None else saved_page(leave, user)
    page.is_preview = True
    return page, leave


def saved_page(leave: Leave, user: User) -> Any:
    page = apps.get_model(leave.model).objects.filter(pk=leave.page, council_id=leave.council).first()
    if page is None or not page.permissions_for_user(user).can_edit():
        raise PreviewOver
    if leave.revision is None:
        return page.with_content_json(content_of(leave))
    try:
        return page.revisions.get(pk=leave.revision).as_object()
    except ObjectDoesNotExist:
        raise PreviewOver from None


def new_page(leave: Leave, user: User) -> Any:
    """One that is being written for the first time, under a page where its writer may add some."""
    found = typed.kept(leave)
    parent = Page.objects.filter(path=found["parent"]).first() if found else None
    if found is None or parent is None or not parent.specific.permissions_for_user(user).can_add_subpage():
        raise PreviewOver
    page = apps.get_model(leave.model).from_json(found["content"])
    page.council_id = leave.council
    return page


def content_of(leave: Leave) -> dict[str, Any]:
    found = typed.kept(leave)
    if found is None:
        raise PreviewOver
    content: dict[str, Any] = json.loads(found["content"])
    return content
