"""The form of a council's languages: which it offers, which comes first, and what stands in for a missing text."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.platform.councils.models import Council
from leavingwell.translations.languages import LANGUAGES, SOURCE, Language, language_of

STEPS = (1, 2)  # how many languages may be tried before English: nobody reads well in more


def name_of(language: Language) -> str:
    return language.own_name if language.code == SOURCE else f"{language.english_name} – {language.own_name}"


class LanguagesForm(forms.Form):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Beside English the portal offers"),
        help_text=gettext_lazy(
            "A text that a language lacks is shown in another, as you say below. If you untick one, its texts stay."
        ),
        choices=[(code, name_of(language)) for code, language in LANGUAGES.items() if code != SOURCE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    default = forms.ChoiceField(
        label=gettext_lazy("For those who have not chosen, and whose browser asks for none of these"),
        choices=[(code, name_of(language)) for code, language in LANGUAGES.items()],
    )

    def __init__(self, *args: Any, council: Council, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.council = council
        self.offered = [code for code in council.language_codes if code in LANGUAGES and code != SOURCE]
        for code in self.offered:
            for step, now in zip(STEPS, [*council.language_fallbacks.get(code, []), "", ""], strict=False):
                self.fields[f"{code}_{step}"] = self.stand_in(code, step, now)

    def stand_in(self, code: str, step: int, now: str) -> forms.ChoiceField:
        others = [(one, name_of(language)) for one, language in LANGUAGES.items() if one not in (code, SOURCE)]
        said = {"language": language_of(code).english_name}
        label = _("First instead of %(language)s") if step == 1 else _("Then instead of %(language)s")
        return forms.ChoiceField(choices=[("", "–"), *others], required=False, initial=now, label=label % said)

    def stand_ins(self) -> Iterator[tuple[Language, list[BoundField]]]:
        for code in self.offered:
            yield language_of(code), [self[f"{code}_{step}"] for step in STEPS]

    def plain_fields(self) -> list[BoundField]:
        return [self["languages"], self["default"]]

    def fallbacks(self) -> dict[str, list[str]]:
        """With those of languages that are not offered now, which stay."""
        told = {code: [self.cleaned_data[f"{code}_{step}"] for step in STEPS] for code in self.offered}
        return {**self.council.language_fallbacks, **{code: list(filter(None, some)) for code, some in told.items()}}
