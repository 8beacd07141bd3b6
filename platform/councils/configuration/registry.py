"""Which parts a council's configuration has. Each app registers its own when it is ready."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol

from django.apps import apps
from django.db.models import Model

from leavingwell.platform.councils.configuration.outcome import Outcome
from leavingwell.platform.councils.owned import CouncilOrNational, Owned
from leavingwell.platform.problems import Message

if TYPE_CHECKING:
    from leavingwell.platform.councils.configuration.journey import Inbound, Outbound

Key = list[str]
Json = Any


class Addressing(Protocol):
    """Names the rows of a model by keys that mean the same in every council."""

    def names(self) -> Iterable[tuple[Any, bool, Key]]:
        """`(primary key, whether it is the nation's, key)` of each row of the scope that is open."""


class Part(ABC):
    """One app's share: a file of the zip. `models` are those whose rows it carries."""

    name: str
    label: Message
    order: int
    models: tuple[type[Model], ...] = ()

    @abstractmethod
    def export(self, journey: "Outbound") -> Json:
        """The council's own rows, sorted, with no numbers of the database and nothing about a person."""

    @abstractmethod
    def bring(self, wanted: Json, journey: "Inbound") -> Outcome:
        """Makes the council's rows what the file says; rows that are only here stay.

        Inside a transaction, in the council's scope. Raises `Problems` for what no export would have written.
        """


_parts: dict[str, Part] = {}
_left_out: dict[str, str] = {}
_addressings: dict[type[Model], Addressing] = {}


def register(part: Part) -> None:
    _parts[part.name] = part


def leave_out(label: str, reason: str) -> None:
    """The model `app.Model` is no part of what a council configures: says why, for whoever reads the code."""
    _left_out[label] = reason


def address(model: type[Model], addressing: Addressing) -> None:
    _addressings[model] = addressing


def parts() -> list[Part]:
    return sorted(_parts.values(), key=lambda part: part.order)


def left_out() -> dict[str, str]:
    return dict(_left_out)


def addressed_as(model: type[Model]) -> type[Model] | None:
    """The model under which its rows are named: pages of all kinds under `Page`."""
    return next((one for one in model.__mro__ if one in _addressings), None)


def addressing_of(model: type[Model]) -> Addressing:
    return _addressings[model]


def is_configured(model: type[Model]) -> bool:
    """Whether a model holds what a council sets rather than what happens to people."""
    if not issubclass(model, Owned) or model.kept:
        return False
    return issubclass(model, CouncilOrNational) or not model.append_only


def without_part() -> list[str]:
    """The configured models that neither a part carries nor anybody has left out."""
    carried = {model for part in parts() for model in part.models}
    every = [model for model in apps.get_models() if is_configured(model) and model not in carried]
    return sorted(model._meta.label for model in every if model._meta.label not in _left_out)
