"""Rich text in the editor of the forms, where scripts run. Without them its tags are written into an ordinary field."""

from typing import Any

from django.forms import Media
from django.utils.safestring import SafeString
from wagtail.admin.staticfiles import versioned_static
from wagtail.rich_text import features as registered

from leavingwell.platform.problems import Problems
from leavingwell.translations.languages import Language
from leavingwell.translations.rich_text import RichTextArea
from leavingwell.translations.workbench import rich

NAME = "rich"
SIGNS = {
    "image": 'embedtype="image"',
    "embed": 'embedtype="media"',
    "document-link": 'linktype="document"',
    "link": "<a ",
    "hr": "<hr",
    **{f"h{level}": f"<h{level}" for level in range(1, 7)},
}


class BenchRichText(RichTextArea):
    """Named and described as the field in whose place it stands."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.options |= {"ariaLabelledBy": "bench-target", "ariaDescribedBy": "bench-findings"}

    @property
    def media(self) -> Media:
        found: Media = super().media
        return Media(js=[versioned_static("wagtailadmin/js/modal-workflow.js")]) + found


def editor(html: str, source: str, language: Language) -> SafeString | None:
    """None for words whose tags do not fit together: only as tags can they be mended."""
    try:
        words = rich.tidy(html, source) if html.strip() else ""
    except Problems:
        return None
    widget = BenchRichText(features=features_for(source + html))
    said = {"id": "bench-rich", "lang": language.code, "dir": language.direction}
    return SafeString(widget.render(NAME, words, said))


def features_for(html: str) -> list[str]:
    """A translation has what its English has: nobody is offered to put in a picture beside it."""
    offered = registered.get_default_features()
    return [name for name in offered if name not in SIGNS or SIGNS[name] in html]


def media() -> Media:
    return BenchRichText().media


def sent(posted: Any) -> str | None:
    """What was written in it, as the ordinary field would have it; None where it was not there. Raises BadRequest."""
    if NAME not in posted:
        return None
    return rich.to_write(BenchRichText().value_from_datadict(posted, {}, NAME))
