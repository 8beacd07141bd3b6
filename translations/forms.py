"""Admin forms of translated models.

They hold only the languages which the council has chosen, so that no hidden text is ever blanked, and tell browsers and
screen readers in which language each field is written.
"""

from collections.abc import Iterator
from typing import Any

from django.forms import Field, Textarea
from django.utils.text import capfirst
from modeltranslation.fields import TranslationField
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField

from leavingwell.platform.councils.admin.references import KeepsToTheCouncil
from leavingwell.translations.languages import SOURCE, Language, language_of
from leavingwell.translations.panels import languages_in_scope


def translations_of(model: Any) -> Iterator[tuple[TranslationField, Language]]:
    for field in model._meta.get_fields():
        if isinstance(field, TranslationField):
            yield field, language_of(field.language)


def label_of(field: TranslationField, language: Language) -> str:
    name = str(capfirst(field.translated_field.verbose_name))
    return name if language.code == SOURCE else f"{name} ({language.english_name})"


def mark_language(formfield: Field, field: TranslationField, language: Language) -> None:
    formfield.label = label_of(field, language)
    widget: Any = formfield.widget
    if type(widget) is Textarea:  # Wagtail overlooks translated columns when it hands out its own
        widget = formfield.widget = AdminAutoHeightTextInput(attrs={"maxlength": widget.attrs.get("maxlength")})
    if isinstance(field, RichTextField):  # an editor is built beside the input: mark what is round both
        widget.template_name = "translations/widgets/rich_text.html"
    widget.attrs.update({"lang": language.code, "dir": language.direction})


class Localised(KeepsToTheCouncil):
    """Mixed into Wagtail's model forms."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form: Any = self
        self.languages = languages_in_scope()
        for field, language in translations_of(form._meta.model):
            if language.code not in self.languages:
                form.fields.pop(field.name, None)
            elif field.name in form.fields:
                mark_language(form.fields[field.name], field, language)


class LocalisedForm(Localised, WagtailAdminModelForm):  # type: ignore[misc]
    pass


class LocalisedPageForm(Localised, WagtailAdminPageForm):  # type: ignore[misc]
    pass
