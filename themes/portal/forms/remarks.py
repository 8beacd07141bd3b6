"""Saying what is wrong with a question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import LongField, PortalForm


class RemarkForm(PortalForm):
    kind = forms.ChoiceField(choices=list(words.REMARKS.items()))
    suggestion = LongField(label=_("How would you say it? (optional)"))

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        if not kind:
            raise forms.ValidationError(_("Choose what is wrong with the question."))
        return kind

    def api_input(self) -> dict[str, Any]:
        return {"kind": self.cleaned_data["kind"], "suggestion": self.cleaned_data["suggestion"]}
