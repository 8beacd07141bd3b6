"""Inviting a young person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm
from leavingwell.themes.portal.reading.by_team import Groups

Choices = list[tuple[str, str]]
PERIODS = 3  # times in care on one form; more can be added on the young person's page
WORDS = {"attrs": {"dir": "auto"}}
NEEDED = {
    "preferred_name": _("Give a name."),
    "date_of_birth": _("Give the date of birth."),
    "email": _("Give an e-mail address, or choose a printed letter."),
}


class InviteForm(PortalForm):
    preferred_name = forms.CharField(label=_("The name they want to be called"), widget=forms.TextInput(**WORDS))
    pronouns = forms.CharField(label=_("Pronouns (optional)"), widget=forms.TextInput(**WORDS))
    date_of_birth = DayField(label=_("Date of birth"))
    language = forms.ChoiceField(label=_("Language"))
    team = forms.ChoiceField(label=_("Team"))
    worker = forms.ChoiceField(label=_("Personal adviser"))
    category = forms.ChoiceField(label=_("Category"), choices=[("", _("The one that the dates suggest"))])
    category_reason = LongField(label=_("Why, if it is not the suggested one"), rows=2)
    channel = forms.ChoiceField(choices=list(words.INVITATION_CHANNELS.items()), initial="EMAIL")
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"dir": "ltr"}))
    request_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, languages: Choices, teams: Choices, workers: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        more = {
            "language": [("", _("The council's own")), *languages],
            "team": [("", _("My own team")), *teams],
            "worker": [("", _("Nobody yet")), *workers],
            "category": [("", _("The one that the dates suggest")), *words.CATEGORIES.items()],
        }
        for name, choices in more.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for number in range(PERIODS):
            self.fields |= period_fields(number)

    def place_of(self, problem: dict[str, Any]) -> str:
        parts = (problem["field"] or "").split(".")
        if parts[0] == "carePeriods":
            return f"{'ends_on' if parts[-1] == 'endsOn' else 'starts_on'}_{parts[1]}"
        names = {"name": "preferred_name", "teamId": "team", "workerId": "worker"}
        return names.get(parts[0]) or super().place_of(problem)

    @property
    def periods(self) -> list[tuple[Any, Any, Any]]:
        """The bound fields of each time in care, for the page."""
        return [
            (self[f"starts_on_{number}"], self[f"ends_on_{number}"], self[f"short_break_{number}"])
            for number in range(PERIODS)
        ]

    def care_periods(self) -> list[dict[str, Any]]:
        sent = self.cleaned_data
        return [
            {
                "startsOn": sent[f"starts_on_{number}"],
                "endsOn": sent[f"ends_on_{number}"] or None,
                "shortBreak": sent[f"short_break_{number}"],
            }
            for number in range(PERIODS)
            if sent[f"starts_on_{number}"]
        ]

    def clean(self) -> dict[str, Any]:
        """A last day without a first would be lost, and a date of birth is no text. What is empty is said at once."""
        sent: dict[str, Any] = self.cleaned_data
        for number in range(PERIODS):
            if sent.get(f"ends_on_{number}") and not sent.get(f"starts_on_{number}"):
                self.add_error(f"starts_on_{number}", _("Give the first day too."))
        for name, needed in NEEDED.items():
            by_email = name != "email" or (sent.get("channel") or "EMAIL") == "EMAIL"
            if by_email and name not in self.errors and not sent.get(name):
                self.add_error(name, needed)
        return sent

    def api_input(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {
            "preferredName": sent["preferred_name"],
            "teamId": sent["team"] or None,
            "workerId": sent["worker"] or None,
            "carePeriods": self.care_periods(),
            "categoryReason": sent["category_reason"],
            "channel": sent["channel"] or "EMAIL",
            "requestId": str(sent["request_id"]) if sent["request_id"] else None,
            **self.given("pronouns", "date_of_birth", "language", "category", "email"),
        }


def period_fields(number: int) -> dict[str, Any]:
    fields: dict[str, forms.Field] = {
        f"starts_on_{number}": DayField(label=_("First day in care")),
        f"ends_on_{number}": DayField(label=_("Last day (empty: still in care)")),
        f"short_break_{number}": forms.BooleanField(label=_("A planned short break, which does not count")),
    }
    for one in fields.values():
        one.required = False
    return fields
