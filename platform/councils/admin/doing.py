"""What the first page of the admin says needs doing: a number and a link each, for those who may open it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from leavingwell.platform.councils import scope


@dataclass(frozen=True)
class ToDo:
    """`words` go on after the number: “offers have not been checked for half a year”."""

    number: int
    words: str
    address: str
    order: int


Source = Callable[[Any], Iterable[ToDo]]
_sources: list[Source] = []


def tell(*sources: Source) -> None:
    """Called by each app when Wagtail loads its hooks.

    A source asks whether the reader may open what it links to, and costs the same number of queries however much waits.
    """
    _sources.extend(sources)


def to_do(request: HttpRequest) -> list[ToDo]:
    """In a council; the nation has no such work of its own."""
    if not scope.current():
        return []
    found = [one for source in _sources for one in source(request) if one.number]
    return sorted(found, key=lambda one: one.order)


class DoingPanel(Component):  # type: ignore[misc]
    name = "to-do"
    template_name = "councils/admin/doing.html"
    order = 40

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        return {"is_council": bool(scope.current()), "to_do": to_do(request)}


def show_doing(request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's hook on the panels of the first page."""
    panels.append(DoingPanel())
