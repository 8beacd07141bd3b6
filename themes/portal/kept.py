"""Nothing that was typed is lost when a session ends: it waits in the session that follows, for its writer alone."""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest

from leavingwell.themes.portal.shell import viewer_of

MARK = "kept_by"  # the hidden field that says, signed, whose form it is
BY_SCRIPT = "background"  # a page that keeps a form for later is answered as a page
NOT_KEPT = {MARK, BY_SCRIPT, "csrfmiddlewaretoken"}
SHOWN = "was"  # the hidden field that says what the page showed before
HIDDEN = {SHOWN, "version", "language", "variant", "request", "next", "readers", "act"}  # what nobody chose
KEY = "portal_kept"
SALT = "leavingwell.themes.portal.kept"
MOST = 100_000  # characters


@dataclass(frozen=True)
class Kept:
    """A form that came too late: where it was going, and its fields."""

    owner: str
    path: str
    fields: list[tuple[str, str]]

    @property
    def words(self) -> list[str]:
        """What a person wrote, as against what they ticked."""
        typed = [value for name, value in self.fields if name.rpartition("-")[2] != SHOWN and name not in HIDDEN]
        return [value for value in typed if " " in value.strip() or len(value) > 40]

    @property
    def has_choices(self) -> bool:
        """Something was ticked or chosen beside the words."""
        return len([value for name, value in self.fields if value and name not in HIDDEN]) > len(self.words)

    @property
    def number_of_words(self) -> int:
        return sum(len(value.split()) for value in self.words)


def mark_of(request: HttpRequest) -> str:
    """For a hidden field of each form: whose form it is. Empty for a visitor."""
    viewer = viewer_of(request)
    return signing.dumps(viewer["id"], salt=SALT) if viewer else ""


def writer_of(request: HttpRequest) -> str | None:
    """The person for whom we made the form that came in; None for a form that is not ours."""
    try:
        found: str = signing.loads(request.POST.get(MARK, ""), salt=SALT)
    except signing.BadSignature:
        return None
    return found


def keep(request: HttpRequest) -> Kept | None:
    """Keeps the form that came in, if we made it. A made-up one stores nothing."""
    owner = writer_of(request)
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name not in NOT_KEPT]
    if owner is None or sum(len(value) for _name, value in fields) > MOST:
        return None
    request.session[KEY] = {"owner": owner, "path": request.path, "fields": fields}
    return Kept(owner, request.path, fields)


def kept_for(request: HttpRequest) -> Kept | None:
    """What waits for the viewer. Somebody else's is dropped unseen."""
    stored: dict[str, Any] | None = request.session.get(KEY)
    viewer = viewer_of(request)
    if stored is None or viewer is None:
        return None
    if stored["owner"] != viewer["id"]:
        let_go(request)
        return None
    return Kept(stored["owner"], stored["path"], [(name, value) for name, value in stored["fields"]])


def let_go(request: HttpRequest) -> None:
    request.session.pop(KEY, None)
