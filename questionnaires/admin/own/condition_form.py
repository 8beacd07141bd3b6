"""The form of a condition: up to four rows that are joined by "all" or "any".

It works without JavaScript: pressing "show the choices" brings the choices of the questions that were chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.questionnaires.conditions import Condition
from leavingwell.questionnaires.freezing import number
from leavingwell.translations.languages import SOURCE

ROWS = 4
OPERATORS = [
    ("is", _("is one of")),
    ("answered", _("has an answer")),
    ("not_answered", _("has no answer")),
    ("at_least", _("is at least")),
    ("at_most", _("is at most")),
]
JOINS = [("all", _("all of these are true")), ("any", _("at least one of these is true"))]
Questions = Mapping[str, Mapping[str, Any]]
Groups = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class Row:
    number: int
    question: Any
    operator: Any
    choices: Any
    value: Any


class ConditionForm(forms.Form):
    """`questions` are those that are asked earlier, `groups` the same for a list to choose from."""

    join = forms.ChoiceField(label=_("Show this question only when"), choices=JOINS, widget=forms.RadioSelect)

    def __init__(self, *args: Any, questions: Questions, groups: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for row in range(ROWS):
            self.add_row(row, [("", _("Choose a question")), *groups])

    def add_row(self, row: int, listed: Any) -> None:
        self.fields[f"question_{row}"] = forms.ChoiceField(label=_("Question"), choices=listed, required=False)
        self.fields[f"operator_{row}"] = forms.ChoiceField(label=_("Answer"), choices=OPERATORS, required=False)
        known = self.questions.get(str(self[f"question_{row}"].value() or ""), {}).get("choices", ())
        self.fields[f"choices_{row}"] = forms.MultipleChoiceField(
            label=_("Choices"),
            choices=[(choice["code"], choice["label"].get(SOURCE) or choice["code"]) for choice in known],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={"invalid_choice": _("Tick the choices of this question.")},
        )
        self.fields[f"number_{row}"] = forms.DecimalField(
            label=_("Number"), required=False, max_digits=12, decimal_places=2
        )

    def rows(self) -> list[Row]:
        names = ("question", "operator", "choices", "number")
        return [Row(row + 1, *(self[f"{name}_{row}"] for name in names)) for row in range(ROWS)]

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        chosen = [row for row in range(ROWS) if told.get(f"question_{row}")]
        if not chosen and not self.errors:
            self.add_error(None, _("Choose a question, or always show this one."))
        for row in chosen:
            operator = told.get(f"operator_{row}")
            if operator == "is" and not told.get(f"choices_{row}") and f"choices_{row}" not in self.errors:
                self.add_error(f"choices_{row}", self.untold(told[f"question_{row}"]))
            if operator in ("at_least", "at_most") and told.get(f"number_{row}") is None:
                self.add_error(f"number_{row}", _("Give a number."))
        return told

    def untold(self, code: str) -> Any:
        if self.questions[code]["choices"]:
            return _("Tick at least one choice of %s.") % code
        return _("%s has no choices. Choose another way than “is one of”.") % code

    def atom(self, row: int) -> dict[str, Any]:
        told = self.cleaned_data
        operator = told[f"operator_{row}"] or "is"
        question = {"question": told[f"question_{row}"]}
        if operator == "is":
            return {**question, "is": told[f"choices_{row}"]}
        if operator in ("answered", "not_answered"):
            return {**question, "answered": operator == "answered"}
        return {**question, operator: number(told[f"number_{row}"])}

    def condition(self) -> dict[str, Any]:
        """What was put together, once the form is valid."""
        atoms = [self.atom(row) for row in range(ROWS) if self.cleaned_data[f"question_{row}"]]
        return atoms[0] if len(atoms) == 1 else {self.cleaned_data["join"]: atoms}


def initial_of(condition: Condition | None) -> dict[str, Any] | None:
    """The condition as the form shows it; None for one that it cannot show."""
    if condition is None:
        return {"join": "all"}
    join = "any" if "any" in condition else "all"
    atoms = [condition] if "question" in condition else condition.get(join, ())
    if not 0 < len(atoms) <= ROWS or not all("question" in atom for atom in atoms):
        return None
    values = {"join": join}
    for row, atom in enumerate(atoms):
        values |= {f"{name}_{row}": value for name, value in row_of(atom).items()}
    return values


def row_of(atom: Condition) -> dict[str, Any]:
    if "is" in atom:
        return {"question": atom["question"], "operator": "is", "choices": atom["is"]}
    if "answered" in atom:
        return {"question": atom["question"], "operator": "answered" if atom["answered"] else "not_answered"}
    operator = "at_least" if "at_least" in atom else "at_most"
    return {"question": atom["question"], "operator": operator, "number": atom[operator]}
