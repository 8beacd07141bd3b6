"""The forms of "People and teams". The services judge what comes in."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from leavingwell.platform.people.models import Person, Team
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import COVERING_ROLES, STAFF_ROLES, here_now, staff

NOBODY = _("Nobody")


def in_roles(*roles: Role) -> QuerySet[Person]:
    return staff().filter(here_now(), role__in=roles).order_by("name")


def open_teams() -> QuerySet[Team]:
    return Team.objects.filter(closed_on=None)


def role_choices() -> list[tuple[str, Any]]:
    return [("", "---------"), *((role.value, role.label) for role in Role if role in STAFF_ROLES)]


class ChoosingForm(forms.Form):
    """The rows to choose from are those of the council that asks: they are looked up for each form."""

    use_required_attribute = False

    def choose_from(self, **rows: QuerySet[Any]) -> None:
        for name, queryset in rows.items():
            field: Any = self.fields[name]
            field.queryset = queryset


def chosen(label: Any, *, required: bool = False, help_text: Any = "", empty: Any = NOBODY) -> Any:
    return forms.ModelChoiceField(
        Person.objects.none(), label=label, required=required, help_text=help_text, empty_label=empty
    )


class ColleagueForm(ChoosingForm):
    name = forms.CharField(label=_("Name"), help_text=_("As young people and colleagues call them."))
    role = forms.ChoiceField(label=_("Role"))
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"), required=False, empty_label=_("No team"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.choices = role_choices()
        self.choose_from(team=open_teams())


class InviteForm(ColleagueForm):
    email = forms.CharField(
        label=_("E-mail"),
        widget=forms.EmailInput,
        help_text=_("Their address at work. We write to it how to choose a password."),
    )
    field_order = ("name", "email", "role", "team")


class HandOverForm(ChoosingForm):
    worker = chosen(
        _("Who works with their young people from now on"), empty=_("Nobody yet: their managers find somebody")
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from(worker=in_roles(Role.PERSONAL_ADVISER).exclude(pk=person.pk))


class LeaveForm(HandOverForm):
    manager = chosen(_("Who manages their teams from now on"))
    supervisor = chosen(_("Who checks their teams' plans from now on"))

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, **kwargs)
        self.choose_from(
            manager=in_roles(Role.TEAM_MANAGER).exclude(pk=person.pk),
            supervisor=in_roles(Role.PRACTICE_SUPERVISOR).exclude(pk=person.pk),
        )
        self.leave_out_what_is_not_needed(person)

    def leave_out_what_is_not_needed(self, person: Person) -> None:
        held = {
            "worker": person.allocations.filter(ends_on=None),
            "manager": person.teams_managed.filter(closed_on=None),
            "supervisor": person.teams_supervised.filter(closed_on=None),
        }
        for name, rows in held.items():
            if not rows.exists():
                del self.fields[name]


class TeamForm(ChoosingForm):
    name = forms.CharField(label=_("Name"))
    manager = chosen(_("Manager"), help_text=_("Authorises the plans, and finds a worker for whoever has none."))
    supervisor = chosen(_("Practice supervisor"), help_text=_("Checks the quality of the plans."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from(manager=in_roles(Role.TEAM_MANAGER), supervisor=in_roles(Role.PRACTICE_SUPERVISOR))


class CloseTeamForm(ChoosingForm):
    into = forms.ModelChoiceField(
        Team.objects.none(), label=_("Its young people move to"), required=False, empty_label=_("Choose a team")
    )

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from(into=open_teams().exclude(pk=team.pk))


class CoverForm(ChoosingForm):
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Team"))
    person = chosen(_("Who covers"), required=True, empty="---------")
    until = forms.DateTimeField(label=_("Until"), widget=AdminDateTimeInput, help_text=_("It ends then by itself."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from(team=open_teams(), person=in_roles(*COVERING_ROLES))
