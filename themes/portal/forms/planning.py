"""Writing on the plan: what to do, what one wants, what one thinks of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm
from leavingwell.themes.portal.words import TERMS

Choices = list[tuple[str, str]]
OWNERS = [(who, who) for who in ("me", "them", "both")]  # the page has the words


class ActionForm(PortalForm):
    """Something to do. `who` is me, them or both, where there are two to choose from."""

    title = forms.CharField(label=_("What needs doing?"), widget=forms.TextInput(attrs={"dir": "auto"}))
    who = forms.ChoiceField(choices=OWNERS, initial="me")
    due_on = DayField(label=_("By when? (optional)"))
    measure = forms.CharField(
        label=_("How will you know that it is done? (optional)"), widget=forms.TextInput(attrs={"dir": "auto"})
    )
    goal_id = forms.ChoiceField(label=_("Which goal is it for? (optional)"))
    domain = forms.ChoiceField(label=_("What is it about?"))

    def __init__(self, *args: Any, areas: Choices, goals: Choices = (), **kwargs: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        self.fields["goal_id"].choices = [("", _("None")), *goals]  # type: ignore[attr-defined]
        self.fields["domain"].choices = [("", _("Not sure")), *areas]  # type: ignore[attr-defined]

    def api_input(self, owners: dict[str, list[str]]) -> dict[str, Any]:
        wanted = owners.get(self.cleaned_data["who"], owners["me"])
        more = self.given("due_on", "measure", "goal_id", "domain")
        return {"title": self.cleaned_data["title"], "ownerIds": wanted, **more}


class WordsForm(PortalForm):
    """Somebody's words on the plan."""

    body = LongField(label=_("Your words"))

    def api_input(self) -> dict[str, Any]:
        return {"body": self.cleaned_data["body"]}


class GoalForm(PortalForm):
    words = forms.CharField(label=_("What do you want?"), widget=forms.TextInput(attrs={"dir": "auto"}))
    domain = forms.ChoiceField(label=_("What is it about?"))
    wanted_by = DayField(label=_("By when? (optional)"))
    term = forms.ChoiceField(label=_("Soon or later?"), choices=list(TERMS.items()), initial="SHORT")
    contingency = LongField(label=_("What if it does not work? (optional)"), rows=2)

    def __init__(self, *args: Any, areas: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = [("", _("Not sure")), *areas]  # type: ignore[attr-defined]

    def api_input(self) -> dict[str, Any]:
        term = {"term": self.cleaned_data["term"] or "SHORT"}
        return {"words": self.cleaned_data["words"], **term, **self.given("domain", "wanted_by", "contingency")}


class DocumentForm(PortalForm):
    language = forms.ChoiceField(label=_("In which language?"))
    accessible = forms.BooleanField(label=_("Made for a screen reader"))

    def __init__(self, *args: Any, languages: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages  # type: ignore[attr-defined]

    def api_input(self) -> dict[str, Any]:
        return {"language": self.cleaned_data["language"] or None, "accessible": self.cleaned_data["accessible"]}
