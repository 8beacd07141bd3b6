"""The fields of a configured model, and each value as JSON and back."""

import re
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField
from modeltranslation.manager import get_translatable_fields_for_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from leavingwell.platform.councils.configuration import markup, streams
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.media import kind_of
from leavingwell.platform.councils.configuration.registry import addressed_as
from leavingwell.platform.problems import Problems, invalid

# What Wagtail keeps for itself about drafts, schedules, locks and workflows.
BOOKKEEPING = frozenset(
    [
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "go_live_at",
        "expire_at",
        "expired",
        "locked",
        "locked_at",
        "latest_revision",
        "live_revision",
        "locked_by",
        "owner",
    ]
)


NUMBER = re.compile(r"[0-9]{1,18}")


class Missing(Exception):
    """What is pointed to is not here."""


def is_person(field: Any) -> bool:
    return bool(field.is_relation and field.related_model._meta.app_label == "people")


def belongs(field: Any, left_out: tuple[str, ...]) -> bool:
    if field.primary_key or field.name in (*left_out, "council", "page_ptr") or field.name in BOOKKEEPING:
        return False
    return field.model is not Page and not is_person(field)


def fields_of(model: Any, left_out: tuple[str, ...] = ()) -> dict[str, Any]:
    """By name. Of a translated text its languages, not the field itself: that is whichever language is read now."""
    translated = set(get_translatable_fields_for_model(model) or ())
    own = [field for field in model._meta.concrete_fields if belongs(field, left_out)]
    return {field.name: field for field in own if field.name not in translated}


def is_empty_text(field: Any, value: Any) -> bool:
    """A language that is not there: left out of the file, or it would be mostly holes."""
    return isinstance(field, TranslationField) and value in (None, "", [])


def row_reference(model: type[Any], pk: Any, out: Outbound) -> Any:
    return out.media.reference(model, pk) if kind_of(model) else out.book.reference(model, pk)


def link_text(model: type[Any], number: str, out: Outbound) -> str | None:
    found = row_reference(model, int(number), out) if NUMBER.fullmatch(number) else None
    if isinstance(found, dict):
        return f"{found['whose']}:{'/'.join(found['key'])}"
    return found


def to_json(field: Any, row: Any, out: Outbound, *, hidden_blocks: tuple[str, ...] = ()) -> Any:
    value = field.value_from_object(row)
    if value is None:
        return None
    if field.is_relation:
        return row_reference(field.related_model, value, out)
    if is_stream(field):
        changes = streams.Changes(
            row=lambda model, pk: row_reference(model, pk, out),
            text=lambda html: markup.with_links(html, lambda model, number: link_text(model, number, out)),
            keep=lambda name: name not in hidden_blocks,
        )
        return streams.walk(value.stream_block, list(value.raw_data), changes)
    if is_rich(field):
        return markup.with_links(value, lambda model, number: link_text(model, number, out))
    plain = isinstance(value, (bool, int, float, str, list, dict))
    return value if plain else field.value_to_string(row)


def is_stream(field: Any) -> bool:
    return isinstance(getattr(field, "translated_field", field), StreamField)


def is_rich(field: Any) -> bool:
    return isinstance(getattr(field, "translated_field", field), RichTextField)


def find(model: type[Any], reference: Any, way: Inbound) -> Any:
    """The row that a reference means, or its key. Raises `Missing`, INVALID."""
    if kind_of(model):
        if not isinstance(reference, str):
            raise invalid(_("A picture or a document has no name."))
        return way.media.find(model, reference).pk
    pk = way.book.find(model, reference)
    if pk is None:
        raise Missing(" ".join(reference["key"]))
    return pk


def link_number(model: type[Any], text: str, way: Inbound) -> str | None:
    if kind_of(model):
        return str(find(model, text, way))
    whose, _colon, path = text.partition(":")
    base: Any = addressed_as(model)
    if base is None or whose not in ("nation", "council"):
        raise invalid(_("This file holds a link that we do not know. Export it again, and do not edit it."))
    pk = way.book.find(model, {"of": base._meta.label_lower, "whose": whose, "key": path.split("/") if path else []})
    return None if pk is None else str(pk)


def checked_text(html: Any, where: str, way: Inbound) -> str:
    if not isinstance(html, str):
        raise invalid(_("%s is not a text.") % where)
    return markup.checked(html, where, lambda model, text: link_number(model, text, way))


def link_here(model: type[Any], text: str, way: Inbound) -> str | None:
    """As it would be exported from here; None for one that leads to what is not here."""
    if kind_of(model):
        return way.media.name_here(text)
    return text if link_number(model, text, way) else None


def text_here(html: Any, way: Inbound) -> Any:
    is_text = isinstance(html, str)
    return markup.with_links(html, lambda model, text: link_here(model, text, way)) if is_text else html


def from_json(field: Any, value: Any, where: str, way: Inbound) -> Any:
    """Raises `Missing`, INVALID for what no export would have written."""
    if value is None:
        return None if field.null else field.get_default()
    if field.is_relation:
        return find(field.related_model, value, way)
    if is_stream(field):
        return stream_value(field, value, where, way)
    if is_rich(field):
        return checked_text(value, where, way)
    return plain_value(field, value, where)


def stream_value(field: Any, value: Any, where: str, way: Inbound) -> Any:
    block = getattr(field, "translated_field", field).stream_block
    changes = streams.Changes(
        row=lambda model, reference: find(model, reference, way), text=lambda html: checked_text(html, where, way)
    )
    raw = streams.walk(block, value, changes)
    try:
        return block.clean(block.to_python(raw))
    except ValidationError as error:
        raise ValidationError({field.name: _("A block is not complete.")}) from error
    except (TypeError, ValueError, KeyError, AttributeError):
        raise invalid(_("%s holds a block that is not as it should be.") % where) from None


def plain_value(field: Any, value: Any, where: str) -> Any:
    if type(value) is not type_of(field):
        raise of_another_kind(where)
    if isinstance(field, ArrayField):
        return [plain_value(field.base_field, one, where) for one in value]
    try:
        return field.to_python(value)
    except (ValidationError, TypeError, ValueError, OverflowError):
        raise of_another_kind(where) from None


def type_of(field: Any) -> type[Any]:
    """As JSON has it. What a JSON field holds is of the kind of its default."""
    if isinstance(field, models.BooleanField):
        return bool
    if isinstance(field, models.IntegerField):
        return int
    if isinstance(field, ArrayField):
        return list
    return type(field.get_default()) if isinstance(field, models.JSONField) else str


def check_texts(field: Any, value: Any, where: str) -> None:
    """Raises INVALID where something in a JSON field is no text."""
    if isinstance(field, models.JSONField) and value is not None:
        held = value.values() if isinstance(value, dict) else value
        if not all(isinstance(one, str) for one in held):
            raise of_another_kind(where)


def of_another_kind(where: str) -> Problems:
    return invalid(_("%s is not of the kind that it should be.") % where)
