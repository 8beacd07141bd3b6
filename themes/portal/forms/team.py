"""What a manager fills in about workers, teams and duty."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import DayField, PortalForm

Choices = list[tuple[str, Any]]
NOBODY = "nobody"  # is nobody's id


class ChoosingForm(PortalForm):
    """Each field that is named gets its choices, with an empty one first."""

    empty = _("Choose")

    def __init__(self, *args: Any, choices: dict[str, Choices], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & choices.keys():
            self.fields[name].choices = [("", self.empty_of(name)), *choices[name]]  # type: ignore[attr-defined]

    def empty_of(self, name: str) -> Any:
        return self.empty


class WorkerForm(ChoosingForm):
    worker_id = forms.ChoiceField(label=_("Who works with them from today?"))

    def clean_worker_id(self) -> str:
        if not (given := str(self.cleaned_data["worker_id"])):
            raise forms.ValidationError(_("Choose somebody."))
        return given


class MoveForm(ChoosingForm):
    team_id = forms.ChoiceField(label=_("Which team?"))
    worker_id = forms.ChoiceField(label=_("Who works with them there?"))

    def empty_of(self, name: str) -> Any:
        return _("Their worker stays") if name == "worker_id" else self.empty

    def clean_team_id(self) -> str:
        if not (given := str(self.cleaned_data["team_id"])):
            raise forms.ValidationError(_("Choose a team."))
        return given


class HandOverForm(ChoosingForm):
    from_id = forms.ChoiceField(label=_("From whom?"))
    worker_id = forms.ChoiceField(label=_("To whom?"))

    def __init__(self, *args: Any, choices: dict[str, Choices], **kwargs: Any) -> None:
        to = [*choices["worker_id"], (NOBODY, _("Nobody yet: I find somebody for each"))]
        super().__init__(*args, choices={**choices, "worker_id": to}, **kwargs)

    def clean_worker_id(self) -> str:
        if not (given := str(self.cleaned_data["worker_id"])):
            raise forms.ValidationError(_("Choose somebody, or that you find somebody for each."))
        return given

    def api_input(self) -> dict[str, Any]:
        to = self.cleaned_data["worker_id"]
        return {"fromId": self.cleaned_data["from_id"], "workerId": None if to == NOBODY else to}

    def clean_from_id(self) -> str:
        if not (given := str(self.cleaned_data["from_id"])):
            raise forms.ValidationError(_("Choose somebody."))
        return given


class CoverForm(ChoosingForm):
    missing = {
        "team_id": _("Choose a team."),
        "person_id": _("Choose somebody."),
        "until_day": _("Say until which day."),
        "until_time": _("Say until what time."),
    }
    team_id = forms.ChoiceField(label=_("For which team?"))
    person_id = forms.ChoiceField(label=_("Who covers?"))
    until_day = DayField(label=_("Until which day?"))
    until_time = forms.TimeField(
        label=_("Until what time?"), widget=forms.TimeInput(attrs={"type": "time", "class": "short"})
    )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        for name, missing in self.missing.items():
            if name not in self.errors and not found.get(name) and found.get(name) != datetime.min.time():
                self.add_error(name, missing)
        return found

    def place_of(self, problem: dict[str, Any]) -> str:
        return "until_day" if problem["field"] == "until" else super().place_of(problem)

    def api_input(self) -> dict[str, Any]:
        given = self.cleaned_data
        until = datetime.combine(datetime.fromisoformat(given["until_day"]).date(), given["until_time"])
        moment = timezone.make_aware(until).isoformat()
        return {"teamId": given["team_id"], "personId": given["person_id"], "until": moment}
