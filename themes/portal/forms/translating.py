"""Adding what somebody's words mean in another language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import LongField, PortalForm
from leavingwell.themes.portal.forms.marked import own_names


class TranslationForm(PortalForm):
    """`languages` are those to choose from, as the council offers them."""

    subject = forms.CharField(widget=forms.HiddenInput)
    language = forms.ChoiceField(label=_("Into which language?"))
    text = LongField(label=_("What the words mean"))
    origin = forms.ChoiceField(label=_("Who translated it?"), choices=list(words.TRANSLATED_BY.items()))

    def __init__(self, *args: Any, languages: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = own_names(languages)  # type: ignore[attr-defined]

    def place_of(self, problem: dict[str, Any]) -> str:
        return {"subjectId": "subject"}.get(problem["field"] or "", super().place_of(problem))

    def api_input(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in ("language", "text")}
        return {"subjectId": self.cleaned_data["subject"], **told, "origin": self.cleaned_data["origin"] or "PERSON"}
