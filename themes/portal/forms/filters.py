"""What a list is narrowed down by. A faulty filter is no filter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import PortalForm

AGES = range(15, 26)
Choices = list[tuple[str, str]]


class OfferFilter(PortalForm):
    """What a reader of the local offer wants to see. A faulty filter is no filter."""

    search = forms.CharField(label=_("Search"), widget=forms.TextInput(attrs={"type": "search"}), max_length=100)
    topic = forms.ChoiceField(label=_("About"))
    age = forms.TypedChoiceField(label=_("My age"), coerce=int, empty_value=None)

    def __init__(self, *args: Any, topics: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("Everything")), *topics]  # type: ignore[attr-defined]
        self.fields["age"].choices = [("", _("Any age")), *((age, age) for age in AGES)]  # type: ignore[attr-defined]


class InsightFilter(PortalForm):
    domain = forms.ChoiceField(label=_("Area of life"))
    team = forms.ChoiceField(label=_("Team"))
    age = forms.ChoiceField(label=_("Age"), choices=[("", _("All ages")), *words.AGE_BANDS.items()])

    def __init__(self, *args: Any, domains: Choices, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = domains  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", _("All teams")), *teams]  # type: ignore[attr-defined]
