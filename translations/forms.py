"""Admin forms of translated models.

They hold only the languages which the council has chosen, so that no hidden text is ever blanked, and tell browsers and
screen readers in which language each field is written.
"""

from collections.abc import Iterator
from html import unescape
from typing import Any

from django.forms import Field, Textarea
from django.utils.functional import Promise
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.fields import TranslationField
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from leavingwell.platform.councils.admin.references import KeepsToTheCouncil
from leavingwell.translations.languages import LANGUAGES, SOURCE, Language, language_of
from leavingwell.translations.open_forms import KeepsWhatChanged
from leavingwell.translations.panels import languages_in_scope
from leavingwell.translations.stream_fields import be_strict


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
    widget.attrs.update({"lang": language.code, "dir": language.direction})


def quoted(whose: str | Promise, text: str, language: Language) -> SafeString:
    """A text to read beside a field: rich text as its words alone."""
    words = " ".join(unescape(strip_tags(text.replace("<", " <"))).split())
    shown = '<div>{} <span lang="{}" dir="{}">{}</span></div>'
    return format_html(shown, whose, language.code, language.direction, words)


def words_in(source: Any) -> str:
    """A text as it is; of a stream of blocks the words alone."""
    blocks = getattr(source, "stream_block", None)
    return " ".join(map(str, blocks.get_searchable_content(source))) if blocks else str(source or "")


class Localised(KeepsToTheCouncil):
    """Mixed into Wagtail's model forms. Under the field of a translation stands what is to be translated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form: Any = self
        self.languages = languages_in_scope()
        for field, language in translations_of(form._meta.model):
            if language.code not in self.languages:
                form.fields.pop(field.name, None)
            elif field.name in form.fields:
                mark_language(form.fields[field.name], field, language)
                form.fields[field.name].help_text = self.to_translate(field, language)
        be_strict(form)

    def to_translate(self, field: TranslationField, language: Language) -> str:
        form: Any = self
        source = words_in(getattr(form.instance, f"{field.translated_field.name}_{SOURCE}", ""))
        return quoted(_("English:"), source, LANGUAGES[SOURCE]) if source and language.code != SOURCE else ""


class LocalisedForm(KeepsWhatChanged, Localised, WagtailAdminModelForm):  # type: ignore[misc]
    pass


class LocalisedPageForm(Localised, WagtailAdminPageForm):  # type: ignore[misc]
    pass
