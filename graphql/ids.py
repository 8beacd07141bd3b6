"""Opaque ids: a type name and a UUID, in base64."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import strawberry
from django.db.models import QuerySet
from strawberry.relay import from_base64, to_base64

from leavingwell.platform.problems import not_found


def opaque(type_name: str, pk: UUID) -> strawberry.ID:
    return strawberry.ID(to_base64(type_name, str(pk)))


def uuid_of(value: str, type_name: str) -> UUID | None:
    """The UUID in an opaque id; None for anything that is not an id of that type."""
    try:
        found, pk = from_base64(value)
        return UUID(pk) if found == type_name else None
    except ValueError:
        return None


def with_id(rows: QuerySet[Any], value: str, type_name: str) -> Any:
    """The row that an opaque id names: none for anything that is not an id of that type."""
    pk = uuid_of(value, type_name)
    return rows.filter(pk=pk) if pk else rows.none()


def required_uuid(value: str, type_name: str, field: str) -> UUID:
    """Raises NOT_FOUND for anything that is not an id of that type."""
    pk = uuid_of(value, type_name)
    if pk is None:
        raise not_found(field)
    return pk


def uuids_of(values: Iterable[str], type_name: str, field: str) -> tuple[UUID, ...]:
    return tuple(required_uuid(value, type_name, f"{field}.{place}") for place, value in enumerate(values))
