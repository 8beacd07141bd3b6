"""The form of a short survey."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models.survey import MOST_QUESTIONS
from leavingwell.questionnaires.services.publishing import latest_version
from leavingwell.questionnaires.services.surveys import SOURCE_QUESTIONNAIRE, faults
from leavingwell.questionnaires.survey_checks import fit_questions
from leavingwell.translations.forms import LocalisedForm
from leavingwell.translations.languages import SOURCE

FIELDS = {"questions": "question_codes", "ageFrom": "age_from", "closesOn": "closes_on"}


def published() -> Content:
    """The council's published questions; none at all while nothing is published."""
    try:
        return Content(latest_version(SOURCE_QUESTIONNAIRE).content)
    except Problems:
        return Content({"domains": []})


def question_choices(content: Content) -> list[tuple[str, str]]:
    return [
        (one["code"], f"{one['code']} {one['texts'][Variant.STANDARD]['text'].get(SOURCE, '')}")
        for one in fit_questions(content)
    ]


class SurveyForm(LocalisedForm):
    question_codes = forms.MultipleChoiceField(
        label=_("Questions"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Up to %d. Questions after which somebody is told the same day are not here.") % MOST_QUESTIONS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.content = published()
        self.fields["question_codes"].choices = question_choices(self.content)

    def clean(self) -> Any:
        cleaned = super().clean()
        if not self.errors:
            for name, value in self.cleaned_data.items():
                setattr(self.instance, name, value)
            for problem in faults(self.instance, self.content):
                name = FIELDS.get(problem.field, problem.field)
                self.add_error(name if name in self.fields else None, ValidationError(str(problem.message)))
        return cleaned
