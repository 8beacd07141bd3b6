"""Nothing that was typed is lost when a session ends: it waits in the session that follows, for its writer alone."""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import uuid4

from django.core import signing
from django.http import HttpRequest

from leavingwell.themes.portal.shell import viewer_of

MARK = "kept_by"  # the hidden field that says, signed, whose form it is
BY_SCRIPT = "background"  # a page that keeps a form for later is answered as a page
WHICH = "kept_form"  # the field that says which of those that wait is meant
NOT_KEPT = {MARK, BY_SCRIPT, WHICH, "csrfmiddlewaretoken"}
SHOWN = "was"  # the hidden field that says what the page showed before
HIDDEN = {SHOWN, "version", "language", "variant", "request", "next", "readers", "act"}  # what nobody chose
KEY = "portal_kept_forms"
SALT = "leavingwell.themes.portal.kept"
MOST = 100_000  # characters of one form
MOST_FORMS = 5  # as many tabs: of more, those that came last


@dataclass(frozen=True)
class Kept:
    """A form that came too late: where it was going, and its fields. `key` tells it from others that wait."""

    key: str
    owner: str
    path: str
    fields: list[tuple[str, str]]

    def is_same(self, other: "Kept") -> bool:
        """Sent twice, it is kept once."""
        return (self.owner, self.path, self.fields) == (other.owner, other.path, other.fields)

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
    new = Kept(uuid4().hex, owner, request.path, fields)
    store(request, [new, *(one for one in waiting(request) if not one.is_same(new))][:MOST_FORMS])
    return new


def waiting(request: HttpRequest) -> list[Kept]:
    """Of whomever, the last one first."""
    stored: list[dict[str, Any]] = request.session.get(KEY, [])
    return [Kept(**{**one, "fields": [(name, value) for name, value in one["fields"]]}) for one in stored]


def store(request: HttpRequest, forms: list[Kept]) -> None:
    if forms:
        request.session[KEY] = [asdict(one) for one in forms]
    else:
        request.session.pop(KEY, None)


def kept_for(request: HttpRequest) -> list[Kept]:
    """What waits for the viewer. Somebody else's is dropped unseen."""
    viewer, found = viewer_of(request), waiting(request)
    if viewer is None:
        return []
    own = [one for one in found if one.owner == viewer["id"]]
    if own != found:
        store(request, own)
    return own


def let_go(request: HttpRequest, form: Kept) -> list[Kept]:
    """What still waits for the viewer without it."""
    others = [one for one in kept_for(request) if one != form]
    store(request, others)
    return others
