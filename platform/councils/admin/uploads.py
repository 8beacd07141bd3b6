"""Forms for images and documents, without Wagtail's tags: their table is shared by all councils."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

PUBLIC = _("Public: anybody who has the address can open it, as soon as it is uploaded.")


class ImageForm(BaseImageForm):  # type: ignore[misc]
    """Image files are public: they are for a public portal, which shows them to visitors who have not signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("tags", None)
        if "file" in self.fields:
            self.fields["file"].help_text = PUBLIC


class DocumentForm(BaseDocumentForm):  # type: ignore[misc]
    """Documents are public on their own council's host, and unknown on every other (`councils.admin.documents`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("tags", None)
        if "file" in self.fields:
            self.fields["file"].help_text = PUBLIC
