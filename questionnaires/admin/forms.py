"""The form of a council's own words in the place of national ones."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from leavingwell.questionnaires.admin.overriding import Key, national_row, own_row
from leavingwell.translations.forms import LocalisedForm, quoted, translations_of


class OverridingForm(LocalisedForm):
    """Shows under each field what the nation says there as well."""

    key: Key = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        national = self.national()
        for field, language in translations_of(self._meta.model):
            text = getattr(national, field.attname, "") if national else ""
            if text and field.name in self.fields:
                shown = self.fields[field.name]
                shown.help_text = format_html("{}{}", shown.help_text, quoted(_("National:"), text, language))

    def national(self) -> Any:
        known = all(getattr(self.instance, f"{name}_id", getattr(self.instance, name, None)) for name in self.key)
        return national_row(self.instance, self.key) if known else None


class AddingForm(OverridingForm):
    """For a row of one's own whose key is chosen in the form: it must not be there yet."""

    def clean(self) -> Any:
        cleaned = super().clean()
        if all(self.cleaned_data.get(name) for name in self.key):
            chosen = type(self.instance)(**{name: self.cleaned_data[name] for name in self.key})
            if own_row(chosen, self.key):
                raise ValidationError(_("You have these words already. Go back to the list and edit them."))
        return cleaned
