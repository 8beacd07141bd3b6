"""Teams: the list, adding, changing and closing them."""

from typing import Any

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from leavingwell.platform.access.admin.forms import CloseTeamForm, TeamForm
from leavingwell.platform.access.admin.screen import PeopleScreen, ServiceFormView
from leavingwell.platform.access.services.managing import set_manager, set_practice_supervisor
from leavingwell.platform.access.services.teams import add_team, close_team, rename_team
from leavingwell.platform.access.staff_list import team_list
from leavingwell.platform.people.models import Person, Team

TEAMS = gettext_lazy("Teams")


class TeamListView(PeopleScreen, TemplateView):
    template_name = "access/admin/teams.html"
    page_title = TEAMS

    @cached_property
    def teams(self) -> list[Any]:
        return list(team_list())


def set_holders(team: Team, given: dict[str, Any], by: Person | None) -> None:
    if given["manager"] != team.manager:
        set_manager(team, given["manager"], by=by)
    if given["supervisor"] != team.practice_supervisor:
        set_practice_supervisor(team, given["supervisor"], by=by)


class AddTeamView(ServiceFormView):
    form_class = TeamForm
    page_title = gettext_lazy("Add a team")
    back_to, back_label = "teams", TEAMS
    submit = gettext_lazy("Add")
    done = gettext_lazy("Added.")

    def act(self, given: dict[str, Any]) -> None:
        with transaction.atomic():
            set_holders(add_team(given["name"], by=self.viewer), given, self.viewer)


class OfTeam(ServiceFormView):
    back_to, back_label = "teams", TEAMS

    @cached_property
    def team(self) -> Team:
        rows = Team.objects.select_related("manager", "practice_supervisor").filter(closed_on=None)
        return get_object_or_404(rows, pk=self.kwargs["team"])

    def get_page_title(self) -> str:
        return f"{self.page_title}: {self.team.name}"


class ChangeTeamView(OfTeam):
    form_class = TeamForm
    page_title = gettext_lazy("Change a team")
    submit = gettext_lazy("Save")
    done = gettext_lazy("Saved. Rights have gone over at once.")

    def get_initial(self) -> dict[str, Any]:
        team = self.team
        return {"name": team.name, "manager": team.manager, "supervisor": team.practice_supervisor}

    def act(self, given: dict[str, Any]) -> None:
        with transaction.atomic():
            rename_team(self.team, given["name"], by=self.viewer)
            set_holders(self.team, given, self.viewer)


class CloseTeamView(OfTeam):
    form_class = CloseTeamForm
    page_title = gettext_lazy("Close a team")
    intro = gettext_lazy("Its young people move to another team, with their workers. A closed team stays closed.")
    submit = gettext_lazy("Close the team")
    done = gettext_lazy("Closed.")
    is_grave = True

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "team": self.team}

    def act(self, given: dict[str, Any]) -> None:
        close_team(self.team, into=given["into"], by=self.viewer)
