"""Changing something on the to-do list, and saying where it stands."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm, VersionField
from leavingwell.themes.portal.forms.planning import Choices

STATES = [(state, state) for state in ("OPEN", "DONE", "STUCK", "DROPPED")]  # the page has the words


class ActionChangeForm(PortalForm):
    title = forms.CharField(label=_("What needs doing?"), widget=forms.TextInput(attrs={"dir": "auto"}))
    due_on = DayField(label=_("By when? (optional)"))
    measure = forms.CharField(
        label=_("How will you know that it is done? (optional)"), widget=forms.TextInput(attrs={"dir": "auto"})
    )
    owner_ids = forms.MultipleChoiceField(label=_("Who will do it?"))
    version = VersionField()

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner_ids"].choices = people  # type: ignore[attr-defined]

    @classmethod
    def of(cls, action: dict[str, Any], people: Choices) -> Self:
        """As the action stands now."""
        initial = {name: action[name] for name in ("title", "measure", "version")}
        owners = [owner["id"] for owner in action["owners"]]
        return cls(initial={**initial, "due_on": action["dueOn"], "owner_ids": owners}, people=people)

    def api_input(self) -> dict[str, Any]:
        typed = self.cleaned_data
        given = {"title": typed["title"], "measure": typed["measure"], "expectedVersion": typed["version"]}
        return {**given, "ownerIds": typed["owner_ids"], **self.given("due_on")}


class SketchForm(PortalForm):
    """Something to do while it is being typed, into one of two forms: `who` is of the one, `owner_ids` of the other."""

    title = forms.CharField()
    due_on = DayField()
    measure = forms.CharField()
    who = forms.CharField()

    def api_input(self) -> dict[str, Any]:
        typed = self.cleaned_data
        has_owner = bool(typed.get("who")) or "owner_ids" in self.data
        return {
            "title": typed.get("title", "")[:300],
            "dueOn": typed.get("due_on") or None,
            "measure": typed.get("measure", "")[:300],
            "hasOwner": has_owner,
        }


class StateForm(PortalForm):
    """Done, stuck, let go or taken up again; `words` are what went well, or the reason."""

    status = forms.ChoiceField(choices=STATES, widget=forms.HiddenInput)
    words = LongField(label=_("A few words"), rows=2)
    version = VersionField()

    def place_of(self, problem: dict[str, Any]) -> str:
        found = super().place_of(problem)
        return "words" if found in ("reason", "went_well") else found

    def api_input(self) -> dict[str, Any]:
        typed = self.cleaned_data
        given: dict[str, Any] = {"status": typed["status"] or None, "expectedVersion": typed["version"]}
        if typed["status"] == "DONE":
            given["wentWell"] = typed["words"]
        elif typed["status"] in ("STUCK", "DROPPED"):
            given["reason"] = typed["words"]
        return given
