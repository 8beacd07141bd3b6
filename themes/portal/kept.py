"""Nothing that was typed is lost when a session ends: it waits in the session that follows, for its writer alone."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from leavingwell.themes.portal.once import MARK
from leavingwell.themes.portal.shell import viewer_of

BY_SCRIPT = "background"  # a page that keeps a form for later is answered as a page
WHICH = "kept_form"  # the field that says which of those that wait is meant
WHERE = "kept_path"  # the field that says, signed, where a form that waits was going
NOT_KEPT = {MARK, BY_SCRIPT, WHICH, WHERE, "csrfmiddlewaretoken"}
SHOWN = "was"  # the hidden field that says what the page showed before
MARKS = {SHOWN, "version", "request"}  # other marks on the same words
HIDDEN = {*MARKS, "language", "variant", "next", "readers", "act"}  # what nobody chose
KEY = "portal_kept_forms"
SALT = "leavingwell.themes.portal.kept"
MOST = 100_000  # characters of one form
MOST_FORMS = 5  # as many tabs of one person: of more, those that came last
GOOD_FOR = timedelta(days=30)  # longer than anybody leaves a page open that they write on


@dataclass(frozen=True)
class Kept:
    """A form that came too late: where it was going, and its fields. `key` tells it from others that wait."""

    key: str
    owner: str
    path: str
    fields: list[tuple[str, str]]
    by_script: bool = False

    def replaces(self, older: "Kept") -> bool:
        """Sent twice, it is kept once; what is saved while somebody types, as it was last."""
        if (self.owner, self.path) != (older.owner, older.path):
            return False
        return self.said == older.said or (self.by_script and older.by_script)

    @property
    def said(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self.fields if name not in MARKS]

    @property
    def where(self) -> str:
        """For a field of the form in which it waits: the session may end there once more."""
        return signing.dumps(self.path, salt=SALT)

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


def unsigned(text: str) -> str | None:
    """What we signed; None for what is not ours."""
    try:
        found: str = signing.loads(text, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    return found


def writer_of(request: HttpRequest) -> str | None:
    """The person for whom we made the form that came in; None for a form that is not ours."""
    return unsigned(request.POST.get(MARK, ""))


def path_of(request: HttpRequest) -> str | None:
    """Where the form was going; one that waited already was not going to the page where it waits."""
    return unsigned(request.POST.get(WHERE, "")) if request.path == reverse("kept") else request.path


def keep(request: HttpRequest) -> Kept | None:
    """Keeps the form that came in, if we made it. A made-up one stores nothing."""
    owner, path = writer_of(request), path_of(request)
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name not in NOT_KEPT]
    if owner is None or path is None or sum(len(name) + len(value) for name, value in fields) > MOST:
        return None
    new = Kept(uuid4().hex, owner, path, fields, BY_SCRIPT in request.POST)
    others = [one for one in waiting(request) if not new.replaces(one)]
    own = [new, *(one for one in others if one.owner == owner)]
    store(request, [*own[:MOST_FORMS], *(one for one in others if one.owner != owner)])
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
