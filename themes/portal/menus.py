"""The few doors that each kind of person sees at the top of the page, or at the foot of a phone."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leavingwell.themes.portal.shell import viewer_of


@dataclass(frozen=True)
class Door:
    """`needs` is a `CouncilOperation` of the viewer, or empty; `under` where else its pages stand."""

    name: str
    icon: str
    word: str | Promise
    needs: str = ""
    under: str = ""


@dataclass(frozen=True)
class Entry:
    address: str
    icon: str
    word: str
    here: bool


YOUNG_PERSON = (
    Door("home", "home", pgettext_lazy("the first page", "Home")),
    Door("plan", "plan", _("My plan")),
    Door("checklist", "list", _("Questions")),
    Door("todo", "todo", _("To-do")),
    Door("offers", "gift", _("What I can get")),
)
SUPPORTER = (
    Door("supporting", "people", _("People I support")),
    Door("offers", "gift", _("What there is")),
)
STAFF = (
    Door("sign_off", "check", _("Sign-off"), "VIEW_CASELOAD"),
    Door("caseload", "people", _("Young people"), "VIEW_CASELOAD", under="/people/"),
    Door("insight", "chart", _("Insight"), "VIEW_INSIGHT"),
    Door("offers", "gift", _("Local offer")),
    Door("wagtailadmin_home", "pencil", _("Edit this site"), "ENTER_ADMIN"),
)
SIGN_OFF_ROLES = ("team_manager",)


def doors(viewer: dict[str, object]) -> tuple[Door, ...]:
    if viewer["role"] == "young_person":
        return YOUNG_PERSON
    if viewer["role"] == "supporter":
        return SUPPORTER
    permissions: object = viewer["permissions"]
    assert isinstance(permissions, list)
    open_doors = tuple(door for door in STAFF if not door.needs or door.needs in permissions)
    return open_doors if viewer["role"] in SIGN_OFF_ROLES else tuple(d for d in open_doors if d.name != "sign_off")


def menu_of(request: HttpRequest) -> list[Entry]:
    viewer = viewer_of(request)
    if viewer is None:
        return []
    return [entry(door, request.path) for door in doors(viewer)]


def entry(door: Door, path: str) -> Entry:
    address = reverse(door.name)
    here = path == address if address == "/" else path.startswith((address, door.under or address))
    return Entry(address, door.icon, str(door.word), here)
