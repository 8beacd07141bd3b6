"""Answering a question."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import LongField, PortalForm, VersionField, one_kind_of_line_end
from leavingwell.themes.portal.forms.meanwhile import packed
from leavingwell.themes.portal.forms.values import NumberField, PartField, SeveralField, read_number, read_parts

Question = Mapping[str, Any]


NAMES = {"SEVERAL": "choices", "NUMBER": "number", "DATE": "date", "TEXT": "text"}  # else `choice`
ABOVE = ("choices", "number", "day", "month", "year", "text")
API_NAMES = {"date": "day", "kind": "choice"}  # where the form calls a field otherwise


class AnswerForm(PortalForm):
    """One answer to `question`. `choice` is a choice's code, or one of the kinds that are no answer.

    The other value fields are for the questions of their type. `was` holds what the page showed, so that what somebody
    else saved in the meantime can be told from what the reader changed.
    """

    choice = forms.CharField()
    choices = SeveralField()
    number = NumberField()
    day = PartField(_("Day"), 2)
    month = PartField(_("Month"), 2)
    year = PartField(_("Year"), 4)
    text = LongField(label=_("Your answer"), rows=2)
    comment = LongField(label=_("Anything to add in your own words?"))
    worker_note = LongField(label=_("A note of your own"), rows=2)
    wants_help = forms.BooleanField(label=_("I want help with this"))
    version = VersionField()
    was = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, question: Question | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question or {}
        if not self.is_bound:
            self.initial["was"] = packed(self.initial)

    @property
    def answer_type(self) -> str:
        return str(self.question.get("answerType", ""))

    def clean(self) -> dict[str, Any]:
        """A number or a date that cannot be read is said beside its field."""
        found: dict[str, Any] = self.cleaned_data
        date_typed = [found.get(part, "").strip() for part in ("day", "month", "year")]
        try:
            found["date"] = read_parts(*date_typed) if any(date_typed) else ""
        except ValueError:
            self.add_error("day", _("Write a day, a month and a year, like this: 27 11 2026."))
        try:
            found["number"] = read_number(found.get("number", "")) if found.get("number") else ""
        except ValueError:
            self.add_error("number", _("Write a number, like 12 or 2.5."))
        return found

    def value(self) -> dict[str, Any]:
        """What was given as the answer, under the API's names; nothing where nothing was."""
        found = self.cleaned_data
        choice = found["choice"]
        name = NAMES.get(self.answer_type, "choice")
        given: dict[str, Any] = {"kind": choice} if choice in words.KINDS else {}
        value = found[name] if name != "choice" or choice not in words.KINDS else ""
        return {**given, **({name: value} if value else {})}

    @property
    def is_above(self) -> bool:
        """Something is written or ticked, and none of the choices that stand below it."""
        return not self["choice"].value() and any(self[name].value() for name in ABOVE)

    @property
    def is_empty(self) -> bool:
        """Nothing was given at all."""
        found = self.cleaned_data
        return not (self.value() or found["comment"].strip() or found["wants_help"] or found["worker_note"])

    def answer(self, code: str, before: str, *, by_worker: bool, skip: bool) -> dict[str, Any]:
        """The answer as the API takes it; `before` are the words that were there.

        Skipping a question that has an answer leaves that answer as it is. Words that nobody touched are not sent, so
        that a worker who saves does not seem to rewrite them.
        """
        found: dict[str, Any] = {"question": code}
        if self.add_prefix("comment") in self.data:  # there is no such field where the young person is not there
            found |= {"wantsHelp": self.cleaned_data["wants_help"], **self.own_words(before)}
        if by_worker and self.cleaned_data["worker_note"]:
            found["workerNote"] = self.cleaned_data["worker_note"]
        return found if skip else {**found, **(self.value() or {"kind": "ANSWERED"})}

    def own_words(self, before: str) -> dict[str, str]:
        comment = self.cleaned_data["comment"]
        return {} if comment.strip() == one_kind_of_line_end(before).strip() else {"comment": comment}

    def place_of(self, problem: dict[str, Any]) -> str:
        name = super().place_of(problem)
        return API_NAMES.get(name, name)
