"""Snippets with translated texts: lists and read-only views that show the council's languages."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from modeltranslation.fields import TranslationField
from wagtail.admin.ui.tables import Column

from leavingwell.platform.councils.admin import views
from leavingwell.platform.councils.admin.viewsets import CouncilSnippetViewSet
from leavingwell.translations.forms import label_of, translations_of
from leavingwell.translations.languages import LANGUAGES, SOURCE, language_of
from leavingwell.translations.localised import texts_of
from leavingwell.translations.panels import languages_in_scope


def source_column(field: str, label: Any) -> Column:
    """The text as it is written, whatever language the reader has."""
    return Column(field, label=label, accessor=f"{field}_{SOURCE}")


class LanguagesColumn(Column):  # type: ignore[misc]
    """In which of the council's languages a row has a text, by their English names."""

    def __init__(self, field: str) -> None:
        super().__init__("languages", label=_("Languages"))
        self.field = field

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        council = parent_context["request"].council
        chosen = {SOURCE, *council.language_codes} if council else set(LANGUAGES)
        names = (LANGUAGES[code].english_name for code, _text in texts_of(instance, self.field) if code in chosen)
        return {**context, "value": ", ".join(names)}


class InspectView(views.InspectView):
    def get_fields(self) -> list[str]:
        translated = list(translations_of(self.model))
        chosen = languages_in_scope()
        hidden = {field.name for field, language in translated if language.code not in chosen}
        originals = {field.translated_field.name for field, _language in translated}
        left_out = {"id", "council"} | hidden | originals
        return [name for name in super().get_fields() if name not in left_out]

    def get_field_label(self, field_name: str, field: Any) -> Any:
        if isinstance(field, TranslationField):
            return label_of(field, language_of(field.language))
        return super().get_field_label(field_name, field)

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        value = super().get_field_display_value(field_name, field)
        if not isinstance(field, TranslationField):
            return value
        language = language_of(field.language)
        return format_html('<span lang="{}" dir="{}">{}</span>', language.code, language.direction, value or "–")


class LocalisedSnippetViewSet(CouncilSnippetViewSet):
    inspect_view_class = InspectView
