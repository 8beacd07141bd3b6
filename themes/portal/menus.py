"""The few doors that each kind of person sees at the top of the page, or at the foot of a phone."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.shell import viewer_of


@dataclass(frozen=True)
class Door:
    """`needs` is a `CouncilOperation` of the viewer, or empty; `under` where else its pages stand.

    `counts` names what of the viewer's own plan waits behind it.
    """

    name: str
    icon: str
    word: str | Promise
    needs: str = ""
    under: str = ""
    counts: str = ""


@dataclass(frozen=True)
class Entry:
    """`wide_only`: a phone has no room for it."""

    address: str
    icon: str
    word: str | Promise
    here: bool
    waiting: int = 0
    wide_only: bool = False


YOUNG_PERSON = (
    Door("home", "home", pgettext_lazy("the first page", "Home")),
    Door("plan", "plan", _("My plan")),
    Door("checklist", "list", _("Questions")),
    Door("todo", "todo", _("To-do")),
    Door("messages", "chat", _("Messages"), counts="unreadComments"),
    Door("offers", "gift", _("What I can get")),
)
SUPPORTER = (
    Door("supporting", "people", _("People I support")),
    Door("offers", "gift", _("What there is")),
)
STAFF = (
    Door("sign_off", "check", _("Sign-off"), "VIEW_CASELOAD"),
    Door("quality_check", "check", _("Quality check"), "VIEW_CASELOAD"),
    Door("caseload", "people", _("Young people"), "VIEW_CASELOAD", under="/people/"),
    Door("my_team", "work", _("My team"), "VIEW_STAFF"),
    Door("insight", "chart", _("Insight"), "VIEW_INSIGHT"),
    Door("offers", "gift", _("Local offer")),
    Door("wagtailadmin_home", "pencil", _("Edit this site"), "ENTER_ADMIN"),
)
# One thing fills these pages: no menu leads away from it.
FOCUSED = frozenset({"question", "check_in", "survey", "question_remark", "area_done"})
ONLY_FOR = {"sign_off": "team_manager", "my_team": "team_manager", "quality_check": "practice_supervisor"}


def doors(viewer: dict[str, object]) -> tuple[Door, ...]:
    if viewer["role"] == "young_person":
        return YOUNG_PERSON
    if viewer["role"] == "supporter":
        return SUPPORTER
    permissions: object = viewer["permissions"]
    assert isinstance(permissions, list)
    open_doors = (door for door in STAFF if not door.needs or door.needs in permissions)
    return tuple(door for door in open_doors if ONLY_FOR.get(door.name, viewer["role"]) == viewer["role"])


def is_focused(request: HttpRequest) -> bool:
    found = request.resolver_match
    return found is not None and found.url_name in FOCUSED


def menu_of(request: HttpRequest) -> list[Entry]:
    viewer = viewer_of(request)
    if viewer is None or is_focused(request):
        return []
    plan = plan_of(request, viewer)
    return [entry(door, request.path, plan) for door in doors(viewer)]


def plan_of(request: HttpRequest, viewer: dict[str, Any]) -> dict[str, Any]:
    """What the menu counts of the viewer's own plan: asked for, unless the page has read it (`shell.hand_on`)."""
    if not viewer["youngPerson"]:
        return {}
    if "plan" not in viewer:
        viewer["plan"] = ask(request, "menu")["viewer"]["plan"]
    return viewer["plan"] or {}


def entry(door: Door, path: str, plan: dict[str, Any]) -> Entry:
    address = reverse(door.name)
    here = path == address if address == "/" else path.startswith((address, door.under or address))
    return Entry(address, door.icon, door.word, here, plan.get(door.counts, 0), door.name == less_needed(plan))


def less_needed(plan: dict[str, Any]) -> str:
    """Which of two doors stands on wide screens alone: the to-do list, or the questions when they are handed in."""
    return "checklist" if (plan.get("response") or {}).get("complete") else "todo"
