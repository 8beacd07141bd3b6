"""Forms for images and documents, without Wagtail's tags: their table is shared by all councils."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field, ModelChoiceField
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtail.models import Collection

from leavingwell.platform.councils.admin.cleaned_files import clean_name, redraw
from leavingwell.platform.problems import Problems

PUBLIC = _("Public: anybody who has the address can open it, as soon as it is uploaded.")
PUBLIC_UNLESS = _(
    "Anybody who has the address can open it, as soon as it is uploaded, unless you choose “Only …” below."
)
REDRAWN = _("We take out where and with what it was taken.")
NOT_WHAT_IT_SAYS = _("This file is damaged, or not of the kind that its name says.")
SHOWS = _("What it shows, in words")
FOR_WHOM = _("Read aloud to people who cannot see it. Say what matters in it, in a short sentence.")
SAY_WHAT = _("Say what the picture shows, for people who cannot see it.")
BEGINNINGS = {".pdf": b"%PDF-", **dict.fromkeys((".odt", ".ods", ".docx", ".xlsx"), b"PK\x03\x04")}


def say(field: Field, *sentences: Any) -> None:
    field.help_text = format_lazy(" ".join(["{}"] * (len(sentences) + 1)), *sentences, field.help_text)


def is_what_it_says(name: str, beginning: bytes) -> bool:
    """Images are opened by Wagtail itself; of documents the first bytes tell. A text holds no NUL."""
    kind = PurePath(name).suffix.lower()
    return beginning.startswith(BEGINNINGS.get(kind, b"")) and (kind in BEGINNINGS or b"\0" not in beginning)


def audience_of(collection: Collection) -> Any:
    """The council's own collection is open to everybody; those in it are named by who can open what is there."""
    return _("Everybody") if collection.depth == 2 else collection.name


class ImageForm(BaseImageForm):  # type: ignore[misc]
    """Image files are public: they are for a public portal, which shows them to visitors who have not signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("tags", None)
        if "file" in self.fields:
            say(self.fields["file"], PUBLIC, REDRAWN)
        if "description" in self.fields:
            self.ask_what_it_shows(self.fields["description"])

    def ask_what_it_shows(self, field: Field) -> None:
        """Where many are uploaded at once the files come first: each is asked about a moment later."""
        field.label, field.help_text = SHOWS, FOR_WHOM
        field.required = not self.is_bound or self.add_prefix("description") in self.data
        field.error_messages["required"] = SAY_WHAT

    def _clean_fields(self) -> None:
        """Wagtail unfolds the whole of a picture before it asks how large that is: ours comes first."""
        file, field = self.files.get(self.add_prefix("file")), self.fields.get("file")
        refused: list[str] = []
        if file and field and file.size <= field.max_upload_size:
            try:
                redraw(file)
            except Problems as found:
                refused = [str(problem.message) for problem in found.problems]
                self.fields.pop("file")
        super()._clean_fields()
        if refused:
            self.fields["file"] = field
            self.add_error("file", refused)


class DocumentForm(BaseDocumentForm):  # type: ignore[misc]
    """Documents are unknown on every host but their council's, and there for whom its editors choose (`documents`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("tags", None)
        if "file" in self.fields:
            say(self.fields["file"], PUBLIC_UNLESS)
        if isinstance(place := self.fields.get("collection"), ModelChoiceField):
            place.label = _("Who can open it")
            place.label_from_instance = audience_of  # type: ignore[method-assign, assignment]

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
            file.name = clean_name(file.name, otherwise="document")
        return file
