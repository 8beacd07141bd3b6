"""Base classes of the tables that belong to a council.

Row-level security (`policies`) is the wall. The managers here are the index: they name the council in every query,
so that PostgreSQL uses its indexes, and they say early and aloud when no scope is open.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.sql import Query
from uuid_utils.compat import uuid7

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council

M = TypeVar("M", bound=models.Model)


def within_scope(rows: models.QuerySet[M]) -> models.QuerySet[M]:
    """Names the council, so that its indexes are used. The policy lets through no other rows anyway."""
    value = scope.current()
    if value is None or value == scope.NATIONAL:
        return rows
    own = Q(council_id=value)
    return rows.filter(own | Q(council_id=None) if rows.model._meta.get_field("council").null else own)


@lru_cache(maxsize=8192)
def query_within(model: type[models.Model], value: int) -> Query:
    """Where every query of this model in this scope begins: made once, for a request makes over a hundred of them."""
    query: Query = within_scope(models.QuerySet(model)).query
    return query


class CouncilQuerySet(models.QuerySet[M]):
    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        rows = list(objs)
        for row in rows:
            row.take_council()
        return super().bulk_create(rows, *args, **kwargs)


class CouncilManager(models.Manager[M]):
    _queryset_class = CouncilQuerySet  # what `from_queryset` sets, which would hide the model from type checkers

    def get_queryset(self) -> models.QuerySet[M]:
        rows = super().get_queryset()
        if value := scope.current():
            rows.query = query_within(self.model, value).chain()
        return rows


class Owned(models.Model):
    """A table of ours with a `council` column, walled by row-level security (`policies.sync`)."""

    append_only = False  # True: the database refuses to change or delete its rows
    kept = False  # True: the database refuses to delete its rows
    council_id: int | None

    objects = CouncilManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_council()
        super().save(*args, **kwargs)

    def take_council(self) -> None:
        """A new row belongs to the council whose scope is open."""
        value = scope.current()
        if value is None:
            raise scope.NoScope(self._meta.label)
        if self._state.adding and self.council_id is None and value != scope.NATIONAL:
            self.council_id = value


class CouncilOwned(Owned):
    """Case data: always one council's, and never deleted. A model of links or settings says `kept = False`."""

    kept = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    council = models.ForeignKey(Council, editable=False, db_index=False, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class CouncilOrNational(Owned):
    """Configuration: a council's, or (no council) the nation's, which all may read and only the nation writes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    council = models.ForeignKey(
        Council, null=True, blank=True, editable=False, db_index=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
