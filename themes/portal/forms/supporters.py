"""Whom a young person lets in, and to what."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import LongField, PortalForm

Choices = list[tuple[str, str]]
WORDS = {"attrs": {"dir": "auto"}}


class SeenForm(PortalForm):
    """What somebody sees. A worker also says how the young person agreed."""

    kind = forms.ChoiceField(label=_("Who are they?"), choices=list(words.SUPPORTER_KINDS.items()))
    relationship = forms.CharField(label=_("Say it in your words (optional)"), widget=forms.TextInput(**WORDS))
    parts = forms.MultipleChoiceField(
        label=_("What can they see?"),
        choices=list(words.PARTS_ALONE.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    domain_codes = forms.MultipleChoiceField(
        label=_("About which areas? None ticked: all of them."), widget=forms.CheckboxSelectMultiple
    )
    agreement = LongField(label=_("When and how did they say yes to this?"), rows=2)

    def __init__(self, *args: Any, own: bool, areas: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain_codes"].choices = areas  # type: ignore[attr-defined]
        if own:
            del self.fields["agreement"]

    def api_input(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {
            "kind": sent["kind"] or "OTHER",
            "relationship": sent["relationship"],
            "parts": sent["parts"],
            "domainCodes": sent["domain_codes"],
            "agreement": sent.get("agreement", ""),
        }


class LetInForm(SeenForm):
    name = forms.CharField(label=_("Their name"), widget=forms.TextInput(**WORDS))
    email = forms.EmailField(label=_("Their e-mail address"), widget=forms.EmailInput(attrs={"dir": "ltr"}))
    field_order = ("name", "email")

    def api_input(self) -> dict[str, Any]:
        sent = self.cleaned_data
        return {**super().api_input(), "name": sent["name"], "email": sent["email"]}
