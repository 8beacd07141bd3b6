"""The names of rows: which key stands for which row here. One query a model, when it is first asked for."""

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.configuration import registry
from leavingwell.platform.councils.configuration.registry import Key
from leavingwell.platform.problems import invalid

UNKNOWN = _("This file points to something in a way that we do not know. Export it again, and do not edit it.")
Place = tuple[bool, tuple[str, ...]]  # whether it is the nation's, and its key


class Shelf:
    """The rows of one model, both ways."""

    def __init__(self, model: type[Model]) -> None:
        self.places: dict[Any, Place] = {}
        self.rows: dict[Place, Any] = {}
        for pk, national, key in registry.addressing_of(model).names():
            self.put(pk, (national, tuple(key)))

    def put(self, pk: Any, place: Place) -> None:
        self.places[pk] = place
        self.rows[place] = pk


class Book:
    def __init__(self) -> None:
        self.shelves: dict[type[Model], Shelf] = {}

    def shelf(self, model: type[Model]) -> Shelf | None:
        base = registry.addressed_as(model)
        if base is None:
            return None
        if base not in self.shelves:
            self.shelves[base] = Shelf(base)
        return self.shelves[base]

    def reference(self, model: type[Model], pk: Any) -> dict[str, Any] | None:
        """How a file names the row; None for one that nobody can name elsewhere."""
        shelf = self.shelf(model)
        if shelf is None or pk not in shelf.places:
            return None
        national, key = shelf.places[pk]
        base: Any = registry.addressed_as(model)
        return {"of": base._meta.label_lower, "whose": "nation" if national else "council", "key": list(key)}

    def find(self, model: type[Model], reference: Any) -> Any:
        """The primary key of the row here, or None. Raises INVALID for what is no such name."""
        base: Any = registry.addressed_as(model)
        national, key = place_of(reference)
        if base is None or reference["of"] != base._meta.label_lower:
            raise invalid(UNKNOWN)
        shelf = self.shelf(base)
        return shelf.rows.get((national, key)) if shelf else None

    def note(self, model: type[Model], pk: Any, key: Key) -> None:
        """A row of the council that was just made."""
        shelf = self.shelf(model)
        if shelf:
            shelf.put(pk, (False, tuple(key)))


def place_of(reference: Any) -> Place:
    """Raises INVALID."""
    if not isinstance(reference, dict) or set(reference) != {"of", "whose", "key"}:
        raise invalid(UNKNOWN)
    key, whose = reference["key"], reference["whose"]
    if whose not in ("nation", "council") or not is_key(key) or not is_model(reference["of"]):
        raise invalid(UNKNOWN)
    return whose == "nation", tuple(key)


def is_key(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def is_model(label: Any) -> bool:
    try:
        apps.get_model(label)
    except (LookupError, ValueError, AttributeError, TypeError):
        return False
    return True
