"""Writing to the people of a plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import LongField, PortalForm
from leavingwell.themes.portal.forms.planning import Choices
from leavingwell.themes.portal.words import AUDIENCES

ABOUT = {"area": "part", "goal": "goalId", "action": "actionId"}


class MessageForm(PortalForm):
    """New words. `about` is empty for the whole plan, else what it is and which: `goal:…`, `action:…`, `area:…`."""

    body = LongField(label=_("Your message"))
    about = forms.CharField(label=_("What is it about?"), widget=forms.Select)
    audience = forms.ChoiceField(label=_("Who can read it?"), choices=list(AUDIENCES.items()), initial="TEAM")
    good_news = forms.BooleanField(label=_("This is good news"))

    def __init__(self, *args: Any, about: Choices = (), **kwargs: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        self.fields["about"].widget.choices = [("", _("The whole plan")), *about]

    def api_input(self) -> dict[str, Any]:
        kind, _colon, what = self.cleaned_data["about"].partition(":")
        given: dict[str, Any] = {"body": self.cleaned_data["body"], **self.given("audience")}
        if kind in ABOUT and what:
            given[ABOUT[kind]] = what
        return {**given, "kind": "GOOD_NEWS" if self.cleaned_data["good_news"] else "COMMENT"}


class AnswerForm(PortalForm):
    """Words in answer to others: read by those who read the first."""

    body = LongField(label=_("Your answer"), rows=2)
    in_answer_to = forms.CharField(widget=forms.HiddenInput)

    def api_input(self) -> dict[str, Any]:
        return {"body": self.cleaned_data["body"], "inAnswerTo": self.cleaned_data["in_answer_to"]}
