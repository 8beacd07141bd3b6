"""The fields of the form for an own question, with the help that says what each is for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from leavingwell.questionnaires.kinds import CHOICE_CODES, LONGEST_TEXT, AnswerType
from leavingwell.questionnaires.own_question import LONGEST, LONGEST_LABEL
from leavingwell.translations.languages import SOURCE, language_of

LOOKS = {
    AnswerType.YES_NO: _("Three buttons."),
    AnswerType.THREE_POINT: _("Three buttons. Good for how often, or how well."),
    AnswerType.FACES: _("Five faces with words, as in the check-in. Good for feelings."),
    AnswerType.ONE: _("A list that you write. Young people tick one."),
    AnswerType.SEVERAL: _("A list that you write. Young people tick all that fit."),
    AnswerType.NUMBER: _("A box for a number. You can set the smallest and the largest."),
    AnswerType.DATE: _("A day, a month and a year."),
    AnswerType.TEXT: _("A box for up to %d letters. Words cannot be counted, so choose another where you can."),
}
LEVELS = [
    (1, _("1: safe and well today")),
    (2, _("2: a steady home, money and papers")),
    (3, _("3: people around me")),
    (4, _("4: feeling good about myself and my days")),
    (5, _("5: plans and growing")),
]
PARTS = {
    "text": (_("Question"), _("One short question in plain words.")),
    "help": (_("Why we ask"), _("Young people can read this under the question.")),
    "prompt": (_("Prompt for the worker"), _("What the worker can ask more. The young person does not see it.")),
}


def looks_of(answer_type: AnswerType) -> SafeString:
    words = LOOKS[answer_type]
    shown = str(words) % LONGEST_TEXT if answer_type == AnswerType.TEXT else words
    return format_html('<span class="own-look"><b>{}</b> <span>{}</span></span>', answer_type.label, shown)


def answer_type_field() -> forms.ChoiceField:
    choices = [(one.value, looks_of(one)) for one in AnswerType]
    return forms.ChoiceField(label=_("How is it answered?"), choices=choices, widget=forms.RadioSelect)


def level_field() -> forms.TypedChoiceField:
    help_text = _("Which need does it speak to? What comes first in life is talked about first.")
    return forms.TypedChoiceField(label=_("Level"), help_text=help_text, choices=LEVELS, coerce=int, initial=3)


def limit_field(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, max_digits=12, decimal_places=2, help_text=_("May be empty.")
    )


def tells_field(answer_type: str, labels: dict[str, str]) -> forms.MultipleChoiceField:
    """Choices of a shared set after which somebody is told."""
    codes = CHOICE_CODES[answer_type]
    return forms.MultipleChoiceField(
        label=_("A worker is told the same day after"),
        help_text=_("Only for answers that mean somebody may not be safe. The young person is told first."),
        choices=[(code, labels.get(code, code)) for code in codes],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def text_field(part: str, code: str) -> forms.CharField:
    """A part of the words in one language."""
    label, help_text = PARTS[part]
    language = language_of(code)
    widget = AdminAutoHeightTextInput(attrs={"lang": code, "dir": language.direction, "rows": 1})
    return forms.CharField(
        label=label if code == SOURCE else f"{label} ({language.english_name})",
        help_text=help_text if code == SOURCE else "",
        required=(part, code) == ("text", SOURCE),
        max_length=LONGEST[part],
        widget=widget,
    )


def label_field(number: int, code: str) -> forms.CharField:
    """The words of one choice in one language."""
    language = language_of(code)
    name = str(_("Choice %d")) % number
    return forms.CharField(
        label=name if code == SOURCE else f"{name} ({language.english_name})",
        required=False,
        max_length=LONGEST_LABEL,
        widget=forms.TextInput(attrs={"lang": code, "dir": language.direction}),
    )


def add_fields(form: forms.Form, fields: Iterable[tuple[str, forms.Field]]) -> None:
    form.fields.update(dict(fields))
