"""A form that stood open while a translation was approved elsewhere does not overwrite it.

The form carries a fingerprint of each translation that it showed. What has changed since and was not touched in it
stays; what was touched is an error that shows the other words, while one's own stay in the field.
"""

import json
from typing import Any

from django.forms import CharField, HiddenInput
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from leavingwell.translations.languages import SOURCE, language_of
from leavingwell.translations.registry import hash_of

SEEN = "translations_seen"


def mark(value: Any) -> str:
    return hash_of(str(value or "").replace("\r\n", "\n"))


def told(theirs: Any, code: str) -> SafeString:
    language, words = language_of(code), " ".join(strip_tags(str(theirs or "").replace("<", " <")).split())
    if not words:
        return format_html("{}", _("Somebody has taken this away since you opened the form. Save again to keep yours."))
    before = _("Somebody has changed this since you opened the form. Save again to keep yours. It now says:")
    return format_html('{} <span lang="{}" dir="{}">{}</span>', before, language.code, language.direction, words)


class KeepsWhatChanged:
    """Mixed into forms of translated rows, above `Localised`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form: Any = self
        fields = [field for field in form._meta.model._meta.get_fields() if isinstance(field, TranslationField)]
        shown = [field for field in fields if field.name in form.fields and field.language != SOURCE]
        is_there = not form.instance._state.adding
        self.now = {field.name: (field.language, getattr(form.instance, field.name)) for field in shown if is_there}
        self.seen: dict[str, Any] = {}
        if self.now:
            self.carry_marks()

    def carry_marks(self) -> None:
        """Those of now, also where the form comes back with an error: it shows what has changed."""
        form: Any = self
        marks = json.dumps({name: mark(value) for name, (_language, value) in self.now.items()})
        form.fields[SEEN] = CharField(required=False, initial=marks, widget=HiddenInput)
        if form.is_bound:
            key = form.add_prefix(SEEN)
            self.seen = marks_in(form.data.get(key, ""))
            form.data = form.data.copy()
            form.data[key] = marks

    def clean(self) -> Any:
        form: Any = self
        cleaned = super().clean()  # type: ignore[misc]
        for name, (language, theirs) in self.now.items():
            seen = self.seen.get(name)
            mine = mark(cleaned.get(name))
            if seen is None or mark(theirs) in (seen, mine) or name not in cleaned:
                continue
            if mine == seen:
                cleaned[name] = theirs
            else:
                form.add_error(name, told(theirs, language))
        return cleaned


def marks_in(sent: str) -> dict[str, Any]:
    """What is not readable says nothing."""
    try:
        found = json.loads(sent)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
