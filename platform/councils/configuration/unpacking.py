"""Pictures and documents on their way in: checked and cleaned by the same forms as uploads, and kept once."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.configuration.media import FOCUS, digest_of, kind_of, kinds, name_of, own_files
from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import invalid

KEYS = {"picture": {"kind", "title", "filename", "description", "focus"}, "document": {"kind", "title", "filename"}}


def check_about(name: str, about: Any) -> None:
    """Raises INVALID."""
    strange = _("This file says something about %s that we do not know. Export it again, and do not edit it.") % name
    if not isinstance(about, dict) or set(about) != KEYS.get(str(about.get("kind"))):
        raise invalid(strange)
    texts = [about[key] for key in set(about) - {"focus"}]
    focus = about.get("focus", [])
    is_focus = isinstance(focus, list) and all(one is None or type(one) is int for one in focus)
    if not all(isinstance(text, str) for text in texts) or not is_focus or len(focus) not in (0, len(FOCUS)):
        raise invalid(strange)


class MediaIn:
    """`store` is False for a dry run: rows are made then, whose files are written nowhere, and taken back."""

    def __init__(self, files: Mapping[str, bytes], about: Mapping[str, Any], *, store: bool) -> None:
        self.files, self.about, self.store = files, about, store
        self.forms: dict[str, Any] = {}
        self.known: dict[str, dict[str, Any]] = {}
        self.written: list[Any] = []
        self.made: dict[tuple[type[Any], Any], str] = {}  # the names of the files that came in, by model and key

    @cached_property
    def collection(self) -> Any:
        return collections_of(Council.objects.get(pk=scope.current_council_id())).get()

    def form(self, name: str) -> Any:
        """The upload form with the file, found right. Raises INVALID, with the form's own words."""
        if name not in self.forms:
            self.forms[name] = self.filled(name)
        return self.forms[name]

    def filled(self, name: str) -> Any:
        if name not in self.files or name not in self.about:
            raise invalid(_("%s is missing in this file. Export it again.") % name)
        about = self.about[name]
        check_about(name, about)
        make = get_image_form if about["kind"] == "picture" else get_document_form
        given = {"title": about["title"], "collection": self.collection.pk}
        if about.get("description"):
            given["description"] = about["description"]
        given |= dict(zip(FOCUS, about.get("focus", []), strict=False))
        upload = SimpleUploadedFile(about["filename"], self.files[name])
        form = make(kinds()[about["kind"]])(given, {"file": upload})
        if not form.is_valid():
            told = "; ".join(str(one) for errors in form.errors.values() for one in errors)
            raise invalid(f"{about['filename']}: {told}")
        return form

    def name_here(self, name: str) -> str:
        """The name under which the file would be exported from here: it is cleaned first."""
        file = self.form(name).cleaned_data["file"]
        file.seek(0)
        found = hashlib.sha256(file.read()).hexdigest()
        file.seek(0)
        return name_of(found, file.name)

    def find(self, model: type[Any], name: str) -> Any:
        """The row of the file: one that the council has already, or a new one. Raises INVALID."""
        kind = kind_of(model) or ""
        self.form(name)
        if self.about[name]["kind"] != kind:
            raise invalid(_("%s is not of the kind that is asked for.") % name)
        rows = self.rows_of(kind)
        digest = self.name_here(name).partition(".")[0]
        if digest not in rows:
            rows[digest] = self.kept(name) if self.store else self.on_trial(name, kind)
            self.made[(kinds()[kind], rows[digest].pk)] = self.name_here(name)
        return rows[digest]

    def rows_of(self, kind: str) -> dict[str, Any]:
        if kind not in self.known:
            self.known[kind] = {digest_of(row): row for row in own_files(kinds()[kind]).order_by("-pk")}
        return self.known[kind]

    def kept(self, name: str) -> Any:
        row = self.form(name).save(commit=False)
        row.collection = self.collection
        row.save()
        self.written.append(row)
        return row

    def on_trial(self, name: str, kind: str) -> Any:
        made = self.form(name).instance
        size = {"width": made.width, "height": made.height} if kind == "picture" else {}
        row = kinds()[kind](title=name, file=f"trial/{name}", collection=self.collection, **size)
        kinds()[kind].objects.bulk_create([row])
        return row

    def throw_away(self) -> None:
        """After a failure: the database forgets the rows, and the storage would keep their files for ever."""
        for row in self.written:
            row.file.storage.delete(row.file.name)
