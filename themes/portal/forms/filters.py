"""What a list is narrowed down by. A faulty filter is no filter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import PortalForm
from leavingwell.themes.portal.offer_words import CATEGORY_CHOICES, CIRCUMSTANCE_CHOICES

AGES = range(15, 26)
Choices = list[tuple[str, str]]


class PlaceFilter(PortalForm):
    """Near to where somebody looks for something."""

    area = forms.ChoiceField(label=_("Near"))

    def __init__(self, *args: Any, areas: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _("Anywhere")), *areas]  # type: ignore[attr-defined]


class OfferFilter(PlaceFilter):
    """What a reader of the local offer wants to see."""

    search = forms.CharField(label=_("Search"), widget=forms.TextInput(attrs={"type": "search"}), max_length=100)
    topic = forms.ChoiceField(label=_("About"))
    age = forms.TypedChoiceField(label=_("My age"), coerce=int, empty_value=None)
    category = forms.ChoiceField(label=_("About my care"), choices=[("", _("All")), *CATEGORY_CHOICES.items()])
    circumstances = forms.MultipleChoiceField(
        label=_("What fits me"), choices=list(CIRCUMSTANCE_CHOICES.items()), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, topics: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("Everything")), *topics]  # type: ignore[attr-defined]
        self.fields["age"].choices = [("", _("Any age")), *((age, age) for age in AGES)]  # type: ignore[attr-defined]
        if len(self.fields["area"].choices) == 1:  # type: ignore[attr-defined]
            del self.fields["area"]  # the council tells no areas apart

    @property
    def asks_for_more(self) -> bool:
        """Something is chosen that stands in the folded part."""
        return bool(self["category"].value() or self["circumstances"].value())


class InsightFilter(PortalForm):
    domain = forms.ChoiceField(label=_("Area of life"))
    team = forms.ChoiceField(label=_("Team"))
    age = forms.ChoiceField(label=_("Age"), choices=[("", _("All ages")), *words.AGE_BANDS.items()])

    def __init__(self, *args: Any, domains: Choices, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].choices = domains  # type: ignore[attr-defined]
        self.fields["team"].choices = [("", _("All teams")), *teams]  # type: ignore[attr-defined]
