"""The editor of rich texts: in the language of its field, and strict about what is sent back."""

from typing import Any

from django.core.exceptions import BadRequest
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea


class RichTextArea(DraftailRichTextArea):  # type: ignore[misc]
    template_name = "translations/widgets/rich_text.html"  # marks what is round the input and the editor beside it

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Raises BadRequest for what no editor sends: Wagtail takes for granted that it is one's own JSON."""
        try:
            return super().value_from_datadict(data, files, name)
        except (AttributeError, KeyError, TypeError, ValueError) as broken:
            raise BadRequest(f"{name} holds no rich text") from broken
