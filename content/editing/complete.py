"""What keeps a version from being published: it lacks what a page needs, or something has changed around it since."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.utils.text import capfirst


def label_of(page: Any, name: str) -> str:
    if name == NON_FIELD_ERRORS:
        return ""
    try:
        return f"{capfirst(page._meta.get_field(name).verbose_name)}: "
    except FieldDoesNotExist:
        return f"{name}: "


def told(error: ValidationError, page: Any) -> str:
    """The error in words: each field by its name in the form."""
    fields = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    return " ".join(f"{label_of(page, name)}{' '.join(messages)}" for name, messages in sorted(fields.items()))


def hindrance(version: Any) -> str:
    """Why that version cannot be published, for its editors; empty where nothing is in the way."""
    page = version.as_object()
    try:
        page.full_clean()
    except ValidationError as error:
        return told(error, page)
    return ""
