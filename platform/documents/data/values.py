"""A row as a copy shows it: people by their names, things by their codes or ids, marked words left out."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import CharField, Field, ForeignKey, TextField
from django.utils import timezone

from leavingwell.platform.documents.data.covering import Cover
from leavingwell.platform.documents.data.tables import Table
from leavingwell.platform.people.models import Person, Team
from leavingwell.questionnaires.models import Domain

NAMED = {Person: "name", Team: "name", Domain: "code"}  # all else that a row points to is told by its id
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def related(row: Any, field: Any) -> str | None:
    """An account's e-mail address or a phone number is never among what is told of a person."""
    name = NAMED.get(field.related_model)
    if name is None:
        pk = getattr(row, field.attname)
        return None if pk is None else str(pk)
    other = getattr(row, field.name)
    return None if other is None else str(getattr(other, name))


def value_of(row: Any, field: Field[Any, Any], cover: Cover) -> Any:
    """Fit for JSON."""
    if isinstance(field, ForeignKey):
        return related(row, field)
    if isinstance(field, (TextField, CharField)):
        return cover.text(row, field.name)
    value = getattr(row, field.attname)
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, (date, Decimal)):
        return str(value)
    return value if isinstance(value, (bool, int, float, list, dict, type(None))) else str(value)


def record_of(row: Any, table: Table, cover: Cover) -> dict[str, Any]:
    return {field.name: value_of(row, field, cover) for field in table.fields}


def cell(value: Any) -> str:
    """For a spreadsheet, which must not take somebody's words for a formula."""
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA) and not isinstance(value, (int, float)) else text
