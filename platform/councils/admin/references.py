"""No form may point to another council's page, image, document or row, whatever number is put into it.

Foreign keys between our own tables are held by the database. This holds the links to Wagtail's tables, which no
row-level security covers, and says so beside the field.
"""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Model
from django.forms import Field, ModelChoiceField
from django.forms.models import apply_limit_choices_to_to_formfield
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from leavingwell.platform.councils.admin.identifiers import choosable
from leavingwell.platform.councils.admin.stream_data import without_keys
from leavingwell.platform.councils.owned import Owned

GUARDED = (Page, get_image_model(), get_document_model())
ELSEWHERE = _("This led to something that is not your council's. It is taken out: look at it again, then save.")


def references(field: Any, value: Any) -> Iterator[tuple[type[Model], str]]:
    """The rows to which the value of a model field points, each as its model and key."""
    if value and isinstance(field, ForeignKey):
        yield type(value), str(value.pk)
    elif value and hasattr(field, "extract_references"):  # rich text and stream fields of Wagtail
        for model, key, *_place in field.extract_references(value):
            yield model, str(key)


def is_elsewhere(model: type[Model], key: str, user: Any) -> bool:
    base = next((guarded for guarded in GUARDED if issubclass(model, guarded)), None)
    return base is not None and not (key.isdigit() and choosable(base, user).filter(pk=key).exists())


def without_links(html: str, keys: set[str]) -> str:
    """The rich text with the words of those links, and no longer the links."""
    text = BeautifulSoup(html, "html.parser")
    for tag in text.find_all(id=list(keys)):
        tag.unwrap()
    return str(text)


def ask_anew(field: Field) -> None:
    """Lets the choices be those of the scope that is open now.

    Wagtail makes a form's class once, when the addresses are loaded: in the middle of the first request, so that the
    choices would be the rows of whichever council sent that one.
    """
    if not isinstance(field, ModelChoiceField) or field.queryset is None:
        return
    if issubclass(field.queryset.model, Owned):
        field.queryset = field.queryset.model._default_manager.all()
        apply_limit_choices_to_to_formfield(field)


class KeepsToTheCouncil:
    """Mixed into Wagtail's model forms, which know for whom they are."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form: Any = self
        for field in form.fields.values():
            ask_anew(field)

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        form: Any = self
        for name in list(form.fields):
            try:
                field = form._meta.model._meta.get_field(name)
            except FieldDoesNotExist:
                continue
            value = self.blocks_sent(name) if isinstance(field, StreamField) else form.cleaned_data.get(name)
            keys = {key for model, key in references(field, value) if is_elsewhere(model, key, form.for_user)}
            if keys:
                self.refuse(name, value, keys)
            elif name in form.errors and isinstance(form.fields[name].widget, BaseChooser):
                self.show_instead(name, None)  # a chooser looks up whatever number it is given
        return cleaned

    def blocks_sent(self, name: str) -> Any:
        """Right or wrong: a form with something else to mend is shown again, and its choosers tell what was chosen."""
        form: Any = self
        return form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))

    def refuse(self, name: str, value: Any, keys: set[str]) -> None:
        """Says so, and shows the form without it: a chooser would tell its title, and rich text could not be drawn."""
        form: Any = self
        form.add_error(name, ELSEWHERE)
        if isinstance(value, StreamValue):
            form.data = without_keys(form.data, form.add_prefix(name), keys)
            return
        self.show_instead(name, without_links(value, keys) if isinstance(value, str) else None)

    def show_instead(self, name: str, value: str | None) -> None:
        form: Any = self
        form.data = form.data.copy()
        form.data[form.add_prefix(name)] = form.fields[name].widget.format_value(value) or ""
