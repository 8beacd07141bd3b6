"""What workers note of being in touch, of crises, and of how somebody is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.case_words import CAUSES, CONTACT_CHANNELS, WORKED
from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm, VersionField

CHOOSE = ("", _("Choose"))
AFTER = [(code, word) for code, word in words.STATES.items() if code != "IN_CRISIS"]


class ContactForm(PortalForm):
    channel = forms.ChoiceField(label=_("How?"), choices=list(CONTACT_CHANNELS.items()))
    on = DayField(label=_("When? Empty means today."))
    reached = forms.BooleanField(label=_("It came about: we met or spoke"), initial=True)
    seen_alone = forms.BooleanField(label=_("I saw them alone"))
    summary = LongField(label=_("What did you talk about, or what happened?"), rows=3)

    def api_input(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in ("reached", "summary")}
        return {**self.given("channel", "on"), **given, "seenAlone": self.cleaned_data["seen_alone"]}


class CrisisForm(PortalForm):
    cause = forms.ChoiceField(label=_("What did it come from, as they see it?"), choices=[CHOOSE, *CAUSES.items()])
    started_on = DayField(label=_("When did it begin? Empty means today."))
    response = LongField(label=_("What is being done? (optional)"), rows=2)

    def clean_cause(self) -> str:
        if not self.cleaned_data["cause"]:
            raise forms.ValidationError(_("Choose one of these."))
        return str(self.cleaned_data["cause"])

    def api_input(self) -> dict[str, Any]:
        return {**self.given("started_on", "response"), "cause": self.cleaned_data["cause"].upper()}


class CloseCrisisForm(PortalForm):
    response = LongField(label=_("What was done?"), rows=3)
    worked = forms.ChoiceField(label=_("Did it work?"), choices=list(WORKED.items()), initial="too_early")
    closed_on = DayField(label=_("When was it over? Empty means today."))
    state = forms.ChoiceField(label=_("How are they now?"), choices=[CHOOSE, *AFTER])
    version = VersionField()

    def api_input(self) -> dict[str, Any]:
        given = self.given("closed_on", "state")
        given |= {"response": self.cleaned_data["response"], "expectedVersion": self.cleaned_data["version"]}
        return {**given, "worked": (self.cleaned_data["worked"] or "too_early").upper()}


class StateForm(PortalForm):
    state = forms.ChoiceField(label=_("How are they now?"), choices=[CHOOSE, *words.STATES.items()])
    reason = LongField(label=_("Why do you say so?"), rows=2)

    def clean_state(self) -> str:
        if not self.cleaned_data["state"]:
            raise forms.ValidationError(_("Choose one of these."))
        return str(self.cleaned_data["state"])

    def api_input(self) -> dict[str, Any]:
        return {"state": self.cleaned_data["state"], "reason": self.cleaned_data["reason"]}


class OfferForm(PortalForm):
    on = DayField(label=_("When? Empty means today."))

    def api_input(self) -> dict[str, Any]:
        return self.given("on")
