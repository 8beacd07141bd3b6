"""The form of an own question: how it is answered, and its words in each language of the council."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.own import fields
from leavingwell.questionnaires.kinds import CHOICE_CODES, OWN_CHOICES, AnswerType
from leavingwell.questionnaires.own_question import MOST_CHOICES, OwnChoice, OwnQuestion
from leavingwell.translations.languages import SOURCE, Language, language_of
from leavingwell.translations.panels import languages_in_scope

FIRST_ROWS, MORE_ROWS = 4, 4
FIELD_OF = {"answerType": "answer_type", "text": f"text_{SOURCE}", "least": "least", "most": "most", "level": "level"}


@dataclass(frozen=True)
class Tab:
    """One language: the fields of the words, and those of each choice."""

    language: Language
    words: list[Any]
    choices: list["ChoiceRow"]


@dataclass(frozen=True)
class ChoiceRow:
    label: Any
    code: Any = None
    tells: Any = None
    english: str = ""


class OwnQuestionForm(forms.Form):
    """`rows` is how many choices there is room for. Parts that do not belong to the answer type are not read."""

    level = fields.level_field()
    answer_type = fields.answer_type_field()
    least = fields.limit_field(_("Smallest number"))
    most = fields.limit_field(_("Largest number"))

    def __init__(
        self, *args: Any, rows: int = FIRST_ROWS, labels: dict[str, dict[str, str]], locked: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.languages = [language_of(code) for code in languages_in_scope()]
        self.rows = range(min(rows, MOST_CHOICES))
        tells = ((f"tells_{kind}", fields.tells_field(kind, labels.get(kind, {}))) for kind in CHOICE_CODES)
        fields.add_fields(self, [*tells, *self.word_fields(), *self.choice_fields()])
        if locked:
            self.fields["answer_type"].disabled = True
            self.fields["answer_type"].help_text = locked

    def word_fields(self) -> Iterator[tuple[str, forms.Field]]:
        for language in self.languages:
            for part in fields.PARTS:
                yield f"{part}_{language.code}", fields.text_field(part, language.code)

    def choice_fields(self) -> Iterator[tuple[str, forms.Field]]:
        for row in self.rows:
            yield f"choice_{row}_code", forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
            yield f"choice_{row}_tells", forms.BooleanField(required=False, label=_("A worker is told"))
            for language in self.languages:
                yield f"choice_{row}_{language.code}", fields.label_field(row + 1, language.code)

    def tabs(self) -> Iterator[Tab]:
        for language in self.languages:
            words = [self[f"{part}_{language.code}"] for part in fields.PARTS]
            yield Tab(language, words, [self.choice_row(row, language.code) for row in self.rows])

    def choice_row(self, row: int, language: str) -> ChoiceRow:
        label = self[f"choice_{row}_{language}"]
        if language == SOURCE:
            return ChoiceRow(label, self[f"choice_{row}_code"], self[f"choice_{row}_tells"])
        return ChoiceRow(label, english=self[f"choice_{row}_{SOURCE}"].value() or "")

    def tells(self) -> list[tuple[str, Any]]:
        return [(kind, self[f"tells_{kind}"]) for kind in CHOICE_CODES]

    def texts(self, name: str) -> dict[str, str]:
        found = {one.code: self.cleaned_data.get(f"{name}_{one.code}", "") for one in self.languages}
        return {code: text.strip() for code, text in found.items()}

    def filled_rows(self) -> list[int]:
        return [row for row in self.rows if any(self.texts(f"choice_{row}").values())]

    def choice(self, row: int) -> OwnChoice:
        told = self.cleaned_data
        return OwnChoice(self.texts(f"choice_{row}"), told[f"choice_{row}_code"], told[f"choice_{row}_tells"])

    def question(self) -> OwnQuestion:
        """What was written down, once the form is valid."""
        told, kind = self.cleaned_data, self.cleaned_data["answer_type"]
        is_number = kind == AnswerType.NUMBER
        return OwnQuestion(
            answer_type=kind,
            words={part: self.texts(part) for part in fields.PARTS},
            level=told["level"],
            least=told["least"] if is_number else None,
            most=told["most"] if is_number else None,
            choices=tuple(self.choice(row) for row in self.filled_rows()) if kind in OWN_CHOICES else (),
            tells=tuple(told[f"tells_{kind}"]) if kind in CHOICE_CODES else (),
        )

    def refuse(self, refused: Problems) -> None:
        """Puts each problem beside the field that it names."""
        rows = self.filled_rows()
        for problem in refused.problems:
            name, _dot, place = problem.field.partition(".")
            if name == "choices" and place:
                self.add_error(f"choice_{rows[int(place)]}_{SOURCE}", str(problem.message))
            else:
                self.add_error(FIELD_OF.get(problem.field), str(problem.message))


class NewQuestionForm(OwnQuestionForm):
    """Of a question that has no code yet: its area is part of the code, so it is chosen once."""

    domain = forms.ChoiceField(
        label=_("Area of life"),
        help_text=_("It becomes a part of the question's code, so it stays."),
    )
    field_order = ["domain"]

    def __init__(self, *args: Any, domains: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        domain: Any = self.fields["domain"]
        domain.choices = [("", _("Choose an area")), *domains]
