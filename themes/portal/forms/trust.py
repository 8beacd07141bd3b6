"""What is filled in to open a record in an emergency, and to leave words out of copies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import LongField, PortalForm

REASONS = {
    "THIRD_PARTY": _("Private to somebody else"),
    "SAFETY": _("Could put somebody in danger"),
    "LEGAL": _("A court or the law forbids it"),
}


class SearchForm(PortalForm):
    name = forms.CharField(label=_("Name"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}))


class ReasonForm(PortalForm):
    reason = LongField(label=_("Why do you need it now?"))


class LeaveOutForm(PortalForm):
    """Words are copied from a text: where they stand in it is worked out here, for people count no characters."""

    words = LongField(label=_("Words to leave out"), rows=2)
    reason = forms.ChoiceField(label=_("Why?"), choices=list(REASONS.items()))
    explanation = forms.CharField(label=_("In a few words"), widget=forms.TextInput(attrs={"dir": "auto"}))

    def api_input(self, text: str) -> dict[str, Any]:
        """A place before the text, which the API refuses, where the words do not stand in it."""
        words = self.cleaned_data["words"].strip()
        start = text.find(words) if words else -1
        return {
            "start": start,
            "end": start + len(words),
            "reason": self.cleaned_data["reason"],
            "explanation": self.cleaned_data["explanation"],
        }

    def place_of(self, problem: dict[str, Any]) -> str:
        return "words" if problem["field"] in ("start", "end") else super().place_of(problem)
