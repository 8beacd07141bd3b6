"""Saying how things are: a check-in, an answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import LongField, PortalForm, VersionField, one_kind_of_line_end


class CheckInForm(PortalForm):
    face = forms.TypedChoiceField(choices=[(number, word) for number, word in words.FACES.items()], coerce=int)
    area = forms.CharField()
    note = LongField(label=_("Want to say more? (optional)"))
    shared_with = forms.ChoiceField(choices=list(words.SHARED_WITH.items()), initial="WORKER")
    call = forms.ChoiceField(choices=list(words.CALLS.items()), initial="NO")

    def api_input(self) -> dict[str, Any]:
        return {**self.given("area", "note", "shared_with", "call"), "face": self.cleaned_data["face"] or 0}


class AnswerForm(PortalForm):
    """One answer. `choice` is a choice's code, or one of the kinds that are no choice."""

    choice = forms.CharField()
    comment = LongField(label=_("Anything to add in your own words?"))
    worker_note = LongField(label=_("A note of your own"), rows=2)
    wants_help = forms.BooleanField(label=_("I want help with this"))
    version = VersionField()

    def answer(self, code: str, before: str, *, by_worker: bool, skip: bool) -> dict[str, Any]:
        """The answer as the API takes it; `before` are the words that were there.

        Skipping a question that has an answer leaves that answer as it is. Words that nobody touched are not sent, so
        that a worker who saves does not seem to rewrite them.
        """
        found: dict[str, Any] = {"question": code, "wantsHelp": self.cleaned_data["wants_help"]}
        if self.cleaned_data["comment"].strip() != one_kind_of_line_end(before).strip():
            found["comment"] = self.cleaned_data["comment"]
        if by_worker and self.cleaned_data["worker_note"]:
            found["workerNote"] = self.cleaned_data["worker_note"]
        return found if skip else {**found, **kind_or_choice(self.cleaned_data["choice"])}


def kind_or_choice(choice: str) -> dict[str, str]:
    if choice in words.KINDS:
        return {"kind": choice}
    return {"choice": choice} if choice else {"kind": "ANSWERED"}
