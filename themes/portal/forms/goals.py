"""Changing a goal and saying how it ended."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm, VersionField
from leavingwell.themes.portal.forms.planning import Choices
from leavingwell.themes.portal.words import TERMS


class GoalChangeForm(PortalForm):
    """Words and contingency are there for those whose they are to change."""

    words = forms.CharField(label=_("What do you want?"), widget=forms.TextInput(attrs={"dir": "auto"}))
    term = forms.ChoiceField(label=_("Soon or later?"), choices=list(TERMS.items()))
    domain = forms.ChoiceField(label=_("What is it about?"))
    wanted_by = DayField(label=_("By when? (optional)"))
    contingency = LongField(label=_("What if it does not work?"), rows=3)
    version = VersionField()

    def __init__(self, *args: Any, areas: Choices, goal: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="change_%s", **kwargs)
        self.fields["domain"].choices = [("", _("Not sure")), *areas]  # type: ignore[attr-defined]
        for name, is_theirs in (("words", "mayChangeWords"), ("contingency", "mayChangeContingency")):
            if not goal[is_theirs]:
                del self.fields[name]

    @classmethod
    def of(cls, goal: dict[str, Any], areas: Choices) -> Self:
        """As the goal stands now."""
        initial = {
            **{name: goal[name] for name in ("words", "term", "contingency", "version")},
            "wanted_by": goal["wantedBy"],
            "domain": goal["domain"]["code"] if goal["domain"] else "",
        }
        return cls(initial=initial, areas=areas, goal=goal)

    def api_input(self) -> dict[str, Any]:
        typed = self.cleaned_data
        given = {"domain": typed["domain"], "expectedVersion": typed["version"]}
        given |= {name: typed[name] for name in ("words", "contingency") if name in self.fields}
        return {**given, **self.given("term", "wanted_by")}


class VersionForm(PortalForm):
    """Something that is done to a goal as it stood on the page."""

    version = VersionField()


class ReachForm(PortalForm):
    because = LongField(label=_("What went well? (optional)"), rows=2)
    version = VersionField()

    def api_input(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {"end": "REACHED", "because": typed["because"], "expectedVersion": typed["version"]}


class DropForm(PortalForm):
    because = LongField(label=_("Why? A few words are enough."), rows=2)
    version = VersionField()

    def api_input(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {"end": "DROPPED", "because": typed["because"], "expectedVersion": typed["version"]}
