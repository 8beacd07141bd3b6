"""Pictures and documents on their way out: named by what is in them, so that the same file has the same name."""

import hashlib
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import wrong_state

GONE = _("A picture or a document cannot be read at the moment. Try again later.")
FOCUS = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


def kinds() -> dict[str, Any]:
    return {"picture": get_image_model(), "document": get_document_model()}


def kind_of(model: type[Any]) -> str | None:
    return next((name for name, one in kinds().items() if issubclass(model, one)), None)


def own_files(model: Any) -> Any:
    """The rows of the council whose scope is open."""
    council = Council.objects.get(pk=scope.current_council_id())
    return model.objects.filter(collection__in=collections_of(council))


def digest_of(row: Any) -> str:
    """Raises WRONG_STATE where the storage does not give the file."""
    return hashlib.sha256(data_of(row)).hexdigest()


def data_of(row: Any) -> bytes:
    try:
        with row.file.storage.open(row.file.name) as file:
            return bytes(file.read())
    except OSError:
        raise wrong_state(GONE) from None


def name_of(digest: str, filename: str) -> str:
    return f"{digest}{PurePath(filename).suffix.lower()}"


class MediaOut:
    """`files` holds what was asked for: bytes by name, and what is known about each.

    `names` are those of rows whose files need not be read again, by model and key.
    """

    def __init__(self, names: dict[tuple[type[Any], Any], str] | None = None) -> None:
        self.files: dict[str, bytes] = {}
        self.about: dict[str, dict[str, Any]] = {}
        self.rows: dict[type[Any], dict[Any, Any]] = {}
        self.names: dict[tuple[type[Any], Any], str] = dict(names or {})

    def reference(self, model: type[Any], pk: Any) -> str | None:
        """The name of the file; None for one that is not the council's."""
        kind = kind_of(model) or ""
        base: type[Any] = kinds()[kind]
        if (base, pk) in self.names:
            return self.names[(base, pk)]
        if base not in self.rows:
            self.rows[base] = dict(own_files(base).in_bulk())
        if (row := self.rows[base].get(pk)) is None:
            return None
        name = self.names[(base, pk)] = self.take(kind, row)
        return name

    def take(self, kind: str, row: Any) -> str:
        data = data_of(row)
        name = name_of(hashlib.sha256(data).hexdigest(), row.file.name)
        about = {"kind": kind, "title": row.title, "filename": PurePath(row.file.name).name}
        if kind == "picture":
            about |= {"description": row.description, "focus": [getattr(row, one) for one in FOCUS]}
        self.files[name] = data
        self.about.setdefault(name, about)
        return name
