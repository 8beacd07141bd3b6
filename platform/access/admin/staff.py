"""Colleagues: the list, inviting, changing, handing over, and leaving."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from leavingwell.platform.access.admin.forms import ColleagueForm, HandOverForm, InviteForm, LeaveForm, role_choices
from leavingwell.platform.access.admin.screen import PeopleScreen, ServiceFormView, address, viewer_of
from leavingwell.platform.access.services.allocating import hand_over_caseload
from leavingwell.platform.access.services.leaving import Heirs, leave
from leavingwell.platform.access.services.staffing import NewColleague, change_staff, invite_again, invite_staff
from leavingwell.platform.access.staff_list import staff_list
from leavingwell.platform.people.models import Person, Team
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now, staff
from leavingwell.platform.problems import Problems

ON_A_PAGE = 50
STAFF = gettext_lazy("Staff")


def team_key(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


class StaffListView(PeopleScreen, TemplateView):
    template_name = "access/admin/staff.html"
    page_title = STAFF

    @property
    def roles(self) -> list[tuple[str, Any]]:
        return role_choices()[1:]

    @cached_property
    def teams(self) -> list[Team]:
        return list(Team.objects.filter(closed_on=None))

    @cached_property
    def given(self) -> dict[str, str]:
        return {name: self.request.GET.get(name, "").replace("\0", "") for name in ("q", "role", "team", "left")}

    @cached_property
    def page(self) -> Page[Any]:
        given = self.given
        rows = staff_list(
            search=given["q"], role=given["role"], team=team_key(given["team"]), has_left=bool(given["left"])
        )
        return Paginator(rows, ON_A_PAGE).get_page(self.request.GET.get("p"))


class InviteView(ServiceFormView):
    form_class = InviteForm
    page_title = gettext_lazy("Invite a colleague")
    back_to, back_label = "staff", STAFF
    submit = gettext_lazy("Invite")
    done = gettext_lazy("Invited. They get an e-mail that says how to choose a password.")

    def act(self, given: dict[str, Any]) -> None:
        new = NewColleague(given["name"], given["email"], Role(given["role"]), given["team"])
        invite_staff(new, by=self.viewer)


class OfColleague(ServiceFormView):
    """About one who works here; anybody else is not found."""

    back_to, back_label = "staff", STAFF

    @cached_property
    def person(self) -> Person:
        rows = staff().filter(here_now()).select_related("user", "team", "council")
        return get_object_or_404(rows, pk=self.kwargs["colleague"])

    def get_page_title(self) -> str:
        return f"{self.page_title}: {self.person.name}"


class ChangeView(OfColleague):
    form_class = ColleagueForm
    page_title = gettext_lazy("Change")
    submit = gettext_lazy("Save")
    done = gettext_lazy("Saved. It counts at once.")

    def get_initial(self) -> dict[str, Any]:
        return {"name": self.person.name, "role": self.person.role, "team": self.person.team}

    def act(self, given: dict[str, Any]) -> None:
        change_staff(self.person, name=given["name"], role=Role(given["role"]), team=given["team"], by=self.viewer)


class WithPersonForm(OfColleague):
    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "person": self.person}


class HandOverView(WithPersonForm):
    form_class = HandOverForm
    page_title = gettext_lazy("Hand over a caseload")
    intro = gettext_lazy(
        "All young people whom they work with go over now, with what is still to be done. Each of them is told."
    )
    submit = gettext_lazy("Hand over")
    done = gettext_lazy("Handed over.")

    def act(self, given: dict[str, Any]) -> None:
        hand_over_caseload(self.person, given["worker"], by=self.viewer)


class LeaveView(WithPersonForm):
    form_class = LeaveForm
    page_title = gettext_lazy("Remove")
    intro = gettext_lazy(
        "They are signed out at once and cannot sign in any more. What they wrote stays. "
        "Say who takes over what they leave behind."
    )
    submit = gettext_lazy("Remove from the staff")
    done = gettext_lazy("Removed. Their account is closed.")
    is_grave = True

    def act(self, given: dict[str, Any]) -> None:
        leave(self.person, Heirs(**given), by=self.viewer)


class InviteAgainView(PeopleScreen, View):
    """Sends the invitation once more. Only by a button."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, colleague: UUID) -> HttpResponseBase:
        person = get_object_or_404(staff().filter(here_now()).select_related("user", "council"), pk=colleague)
        try:
            invite_again(person, by=viewer_of(request))
        except Problems as refused:
            messages.error(request, refused.problems[0].message)
        else:
            messages.success(request, _("We have written to %s again.") % person.name)
        return redirect(address("staff"))
