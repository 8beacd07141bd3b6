"""Forms for images and documents, without Wagtail's tags: their table is shared by all councils."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

PUBLIC = _("Public: anybody who has the address can open it, as soon as it is uploaded.")
NOT_WHAT_IT_SAYS = _("This file is damaged, or not of the kind that its name says.")
BEGINNINGS = {".pdf": b"%PDF-", **dict.fromkeys((".odt", ".ods", ".docx", ".xlsx"), b"PK\x03\x04")}


def say_that_it_is_public(field: Field) -> None:
    field.help_text = format_lazy("{} {}", PUBLIC, field.help_text)


def is_what_it_says(name: str, beginning: bytes) -> bool:
    """Images are opened by Wagtail itself; of documents the first bytes tell. A text holds no NUL."""
    kind = PurePath(name).suffix.lower()
    return beginning.startswith(BEGINNINGS.get(kind, b"")) and (kind in BEGINNINGS or b"\0" not in beginning)


class ImageForm(BaseImageForm):  # type: ignore[misc]
    """Image files are public: they are for a public portal, which shows them to visitors who have not signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("tags", None)
        if "file" in self.fields:
            say_that_it_is_public(self.fields["file"])


class DocumentForm(BaseDocumentForm):  # type: ignore[misc]
    """Documents are public on their own council's host, and unknown on every other (`councils.admin.documents`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("tags", None)
        if "file" in self.fields:
            say_that_it_is_public(self.fields["file"])

    def _post_clean(self) -> None:
        """The model would find the kind of a file wrong that was refused, and so is not there."""
        if "file" not in self._errors:
            super()._post_clean()

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            file.seek(0)
            beginning = file.read(1024)
            file.seek(0)
            if not is_what_it_says(file.name, beginning):
                raise ValidationError(NOT_WHAT_IT_SAYS)
        return file
