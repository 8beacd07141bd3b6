"""What workers and managers fill in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm, VersionField
from leavingwell.themes.portal.forms.planning import OWNERS


class RequestForm(PortalForm):
    """Turns help that was asked for into an action."""

    title = forms.CharField(label=_("What will be done?"), widget=forms.TextInput(attrs={"dir": "auto"}))
    who = forms.ChoiceField(choices=OWNERS, initial="me")
    due_on = DayField(label=_("By when?"))
    version = VersionField()

    def api_input(self, owners: dict[str, list[str]]) -> dict[str, Any]:
        return {
            "title": self.cleaned_data["title"],
            "ownerIds": owners.get(self.cleaned_data["who"], owners["me"]),
            "expectedVersion": self.cleaned_data["version"],
            **self.given("due_on"),
        }


class AttemptForm(PortalForm):
    channel = forms.ChoiceField(label=_("How?"), choices=list(words.ATTEMPT_CHANNELS.items()))
    on = DayField(label=_("When?"))
    reached = forms.BooleanField(label=_("We spoke"))
    outcome = LongField(label=_("What happened?"), rows=2)

    def api_input(self) -> dict[str, Any]:
        given = self.given("channel", "on")
        return {**given, "reached": self.cleaned_data["reached"], "outcome": self.cleaned_data["outcome"]}
