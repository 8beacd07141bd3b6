"""Beside a wording's texts: its picture, its recordings, and the question as young people see it."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from wagtail.admin.panels import Panel

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.media import address_of
from leavingwell.translations.languages import language_of


class PicturePanel(Panel):  # type: ignore[misc]
    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["picture_file", "remove_picture"]}

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "questionnaires/admin/picture_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            picture = self.instance.picture
            fields = {"new": self.form["picture_file"], "remove": self.form["remove_picture"]}
            shown = {"picture": picture, "address": address_of(picture.name) if picture else ""}
            return {**super().get_context_data(parent_context), **fields, **shown}


class OfLanguage(Panel):  # type: ignore[misc]
    """A panel about one language, which stands in its tab."""

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "language": self.language}


class RecordingPanel(OfLanguage):
    def get_form_options(self) -> dict[str, Any]:
        return {"fields": [f"recording_{self.language}", f"remove_recording_{self.language}"]}

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "questionnaires/admin/recording_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            code = self.panel.language
            recording = self.form.recording(code)
            fields = {"new": self.form[f"recording_{code}"], "remove": self.form[f"remove_recording_{code}"]}
            address = address_of(recording.media.name) if recording else ""
            return {**super().get_context_data(parent_context), **fields, "address": address}


class LivePreviewPanel(OfLanguage):
    """For councils: the nation has no portal to show it in."""

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "questionnaires/admin/live_preview_panel.html"

        def is_shown(self) -> bool:
            return bool(scope.current() and self.instance.indicator_id) and bool(super().is_shown())

        @cached_property
        def address(self) -> str:
            asked = {"language": self.panel.language, "variant": self.instance.variant}
            return f"{reverse('question_preview', args=[self.instance.indicator.code])}?{urlencode(asked)}"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            language = language_of(self.panel.language)
            return {**super().get_context_data(parent_context), "address": self.address, "language": language}
