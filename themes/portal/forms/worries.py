"""A worry becomes a goal, with its first step."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm, VersionField
from leavingwell.themes.portal.forms.planning import OWNERS, Choices
from leavingwell.themes.portal.words import TERMS


class IntoGoalForm(PortalForm):
    """`sent` is made with the page: what is sent twice is done once."""

    words = LongField(label=_("The goal"), rows=2)
    domain = forms.ChoiceField(label=_("What is it about?"))
    title = forms.CharField(label=_("The first step"), widget=forms.TextInput(attrs={"dir": "auto"}))
    who = forms.ChoiceField(choices=OWNERS, initial="me")
    due_on = DayField(label=_("By when? (optional)"))
    wanted_by = DayField(label=_("By when is the goal wanted? (optional)"))
    term = forms.ChoiceField(label=_("Soon or later?"), choices=list(TERMS.items()), initial="SHORT")
    contingency = LongField(label=_("What if it does not work? (optional)"), rows=2)
    version = VersionField()
    sent = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, areas: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = [("", _("Not sure")), *areas]  # type: ignore[attr-defined]  # a field of choices

    @property
    def asks_for_more(self) -> bool:
        """Something is filled in, or wrong, in the folded part."""
        return any(self[name].errors or self[name].value() for name in ("wanted_by", "contingency"))

    def api_input(self, owners: dict[str, list[str]]) -> dict[str, Any]:
        typed = self.cleaned_data
        who = owners.get(typed["who"], owners["me"])
        step = {"title": typed["title"], "ownerIds": who, **self.given("due_on")}
        return {
            "words": typed["words"],
            "domain": typed["domain"],
            "term": typed["term"] or "SHORT",
            "step": step if typed["title"].strip() else None,
            "expectedVersion": typed["version"],
            "requestId": str(typed["sent"]) if typed.get("sent") else None,
            **self.given("wanted_by", "contingency"),
        }
