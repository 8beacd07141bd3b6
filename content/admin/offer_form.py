"""The form of an offer, whose areas are those of the council."""

from typing import Any

from django.forms import CheckboxSelectMultiple, MultipleChoiceField

from leavingwell.content.models.area import Area
from leavingwell.translations.forms import LocalisedPageForm


class OfferForm(LocalisedPageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = self.fields.get("areas")
        areas = list(Area.objects.values_list("code", "name_en")) if asked else []
        if areas:
            self.fields["areas"] = MultipleChoiceField(
                choices=areas, widget=CheckboxSelectMultiple, required=False, label=asked.label
            )
        elif asked:  # a council without areas is not asked, and what is stored stays
            del self.fields["areas"]
