"""A model's rows as a list of plain values, and back. What a row is depends on its fields, which nobody lists here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import RevisionMixin

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.configuration import fields
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.registry import Key

Row = dict[str, Any]  # {"key": […], "fields": {…}}
NUMBERED = re.compile(r"#[0-9]+")  # of several with the same key


@dataclass(frozen=True, eq=False)
class Table:
    """`key` names the fields that tell a row from the others: none for a setting of which a council has one.

    `left_out` are names of people, secrets, and what belongs to one place. `is_local`: not for another council.
    `hidden_blocks` are the blocks that are not for another council. `nested` names the JSON fields that hold more than
    texts: their model finds them right itself.
    """

    model: Any
    key: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    is_local: bool = False
    local_fields: tuple[str, ...] = ()
    hidden_blocks: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name).capitalize()

    @property
    def fields(self) -> dict[str, Any]:
        return fields.fields_of(self.model, self.left_out)

    def rows(self) -> QuerySet[Any]:
        """The council's own."""
        found: QuerySet[Any] = self.model.objects.filter(council_id=scope.current_council_id())
        return found

    def names(self) -> Iterator[tuple[Any, bool, Key]]:
        for pk, council_id, *key in self.model.objects.values_list("pk", "council_id", *self.key):
            yield pk, council_id is None, [str(one) for one in key]

    def key_of(self, row: Any) -> Key:
        return [str(value_at(row, path)) for path in self.key]

    def export(self, out: Outbound) -> list[Row]:
        hidden = self.hidden_blocks if out.for_another else ()
        left = self.local_fields if out.for_another else ()
        rows = [
            {"key": self.key_of(row), "fields": self.values(row, out, left, hidden)} for row in self.rows().iterator()
        ]
        return numbered(rows)

    def values(self, row: Any, out: Outbound, left: Sequence[str], hidden: tuple[str, ...]) -> dict[str, Any]:
        found = {
            name: fields.to_json(field, row, out, hidden_blocks=hidden)
            for name, field in self.fields.items()
            if name not in left
        }
        return {name: value for name, value in found.items() if not fields.is_empty_text(self.fields[name], value)}

    def existing(self) -> dict[tuple[str, ...], Any]:
        return {tuple(row["key"]): one for row, one in zip(*self.with_rows(), strict=True)}

    def with_rows(self) -> tuple[list[Row], list[Any]]:
        """The keys of the rows, numbered as in an export, and the rows."""
        rows = sorted(self.rows(), key=self.key_of)
        return numbered([{"key": self.key_of(row), "fields": {}} for row in rows]), rows

    def new(self, key: Key) -> Any:
        return self.model()

    def take(self, row: Any, values: dict[str, Any], way: Inbound) -> None:
        """Fills the row, and finds it right. Raises `Missing`, `ValidationError`; INVALID for a forged file."""
        self.fill(row, values, way)
        if row._state.adding:
            row.take_council()
        row.full_clean(exclude=["council"])

    def fill(self, row: Any, values: dict[str, Any], way: Inbound) -> None:
        for name, field in self.fields.items():
            if name in values or fields.is_empty_text(field, None):
                where = f"{self.label}: {field.verbose_name}"
                value = fields.from_json(field, values.get(name), where, way)
                if name not in self.nested:
                    fields.check_texts(field, value, where)
                setattr(row, field.attname, value)

    def is_named(self, row: Any, key: Key) -> bool:
        """Whether the row, now that it is filled, is the one that the key names."""
        own, number = key[: len(self.key)], key[len(self.key) :]
        return own == self.key_of(row) and (not number or bool(NUMBERED.fullmatch(" ".join(number))))

    def save(self, row: Any, key: Key, way: Inbound) -> None:
        row.save()
        if isinstance(row, RevisionMixin):
            revision = row.save_revision(user=way.user)
            if getattr(row, "live", True):
                revision.publish(user=way.user, skip_permission_checks=True)


def value_at(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name)
    return "" if row is None else row


def numbered(rows: Iterable[Row]) -> list[Row]:
    """Sorted; of several with the same key the second gets a number, and so on."""
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for row in sorted(rows, key=lambda one: (one["key"], repr(one["fields"]))):
        key = tuple(row["key"])
        seen[key] = seen.get(key, 0) + 1
        found.append({**row, "key": [*key, f"#{seen[key]}"] if seen[key] > 1 else [*key]})
    return found


def sentences(error: ValidationError) -> str:
    if hasattr(error, "message_dict"):
        return " ".join(f"{name}: {' '.join(told)}" for name, told in error.message_dict.items())
    return " ".join(error.messages)


def missing(what: Exception) -> str:
    return _("What it points to is not here: %s.") % what
