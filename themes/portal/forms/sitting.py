"""Choosing how a checklist is done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import PortalForm


class SittingForm(PortalForm):
    """Who is asked chooses the words; a worker also how they are in touch, the language, and the interpreter."""

    channel = forms.ChoiceField(choices=list(words.CHANNELS.items()))
    variant = forms.ChoiceField()
    language = forms.ChoiceField(label=_("Language of the questions"), widget=forms.Select)
    with_interpreter = forms.BooleanField(label=_("With an interpreter"))

    def __init__(self, *args: Any, asked: bool, variants: list[str], languages: list[dict[str, Any]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["variant"].choices = [(code, words.VARIANTS[code]) for code in variants]  # type: ignore[attr-defined]
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (one["code"], one["ownName"]) for one in languages
        ]
        if asked:
            for name in ("channel", "language", "with_interpreter"):
                del self.fields[name]
