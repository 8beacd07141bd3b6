"""The answers of a short survey: one field a question."""

from typing import Any

from django import forms

from leavingwell.themes.portal.forms.base import PortalForm

SEVERAL = "SEVERAL"
Question = dict[str, Any]


class SurveyForm(PortalForm):
    def __init__(self, *args: Any, questions: list[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.fields[question["code"]] = answer_field(question)

    @property
    def asked(self) -> list[tuple[Question, forms.BoundField]]:
        return [(question, self[question["code"]]) for question in self.questions]

    def answers(self) -> list[dict[str, Any]]:
        """What was answered; nothing is sent for a question that was left."""
        found = []
        for question in self.questions:
            value = self.cleaned_data[question["code"]]
            if value:
                part = "choices" if question["answerType"] == SEVERAL else "choice"
                found.append({"question": question["code"], part: value})
        return found


def answer_field(question: Question) -> forms.Field:
    choices = [(choice["code"], choice["label"]["value"]) for choice in question["choices"]]
    kind = forms.MultipleChoiceField if question["answerType"] == SEVERAL else forms.ChoiceField
    return kind(choices=choices, required=False)
