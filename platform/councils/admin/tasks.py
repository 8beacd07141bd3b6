"""What the first page of the admin offers: the usual tasks in plain words, each to those who may do it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component


@dataclass(frozen=True)
class Task:
    """A way in: where it leads by the name of the view, and the permission that it needs."""

    label: str | Promise
    words: str | Promise
    url_name: str
    permission: str
    icon: str
    order: int
    in_council: bool = False  # True: only on a council's own host

    @property
    def address(self) -> str:
        return reverse(self.url_name)

    def is_for(self, request: HttpRequest) -> bool:
        council: Any = getattr(request, "council", None)
        return request.user.has_perm(self.permission) and bool(council or not self.in_council)


_tasks: list[Task] = []


def offer(*tasks: Task) -> None:
    """Called by each app when Wagtail loads its hooks."""
    _tasks.extend(tasks)


class TasksPanel(Component):  # type: ignore[misc]
    name = "tasks"
    template_name = "councils/admin/tasks.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> Mapping[str, Any]:
        request = parent_context["request"]
        tasks = [task for task in sorted(_tasks, key=lambda one: one.order) if task.is_for(request)]
        return {"tasks": tasks, "has_pages": request.council and user_has_any_page_permission(request.user)}


def show_tasks(request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's hook on the panels of the first page."""
    panels.append(TasksPanel())
