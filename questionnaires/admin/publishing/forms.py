"""What is told with a draft: who was asked, why, when, and what becomes of earlier answers."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.admin.publishing.gone import Gone, label_of, words_of
from leavingwell.questionnaires.condition_checks import choices_of
from leavingwell.questionnaires.moving import Move

CANNOT_BE_TOLD = "-"  # no code of a choice looks like this


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why do you send it back?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Say why, so that it can be put right.")},
    )


class ProposalForm(forms.Form):
    """All of it may be left empty. `gone` adds fields for each question that is asked no more."""

    consulted = forms.CharField(
        label=gettext_lazy("Who was consulted"),
        help_text=gettext_lazy("For example your young people's council. Leave it empty if nobody was."),
        max_length=200,
        required=False,
    )
    consulted_on = forms.DateField(
        label=gettext_lazy("When they were consulted"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    note = forms.CharField(
        label=gettext_lazy("What changes, and why"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    publish_at = forms.DateTimeField(
        label=gettext_lazy("Publish on"),
        help_text=gettext_lazy("A day and a time. Leave it empty to publish as soon as possible."),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )

    def __init__(
        self, data: QueryDict | None, *, gone: list[Gone], suggested: Iterable[Move] = (), code: str = ""
    ) -> None:
        super().__init__(data, auto_id=f"{code}-%s")
        self.gone = gone
        self.suggested = {move["from"]: move for move in suggested}
        if not scope.current():
            del self.fields["publish_at"]  # the nation publishes at once
        for one in gone:
            self.add_targets(one)

    def add_targets(self, gone: Gone) -> None:
        if not gone.targets:
            return
        move = self.suggested.get(gone.code, {"to": ()})
        offered = [(code, format_html("{} {}", code, words_of(one))) for code, one in gone.targets.items()]
        self.fields[f"to-{gone.code}"] = forms.MultipleChoiceField(
            label=_("They count as answers to"),
            choices=offered,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=[code for code in move["to"] if code in gone.targets],
        )
        if (chosen := self.chosen(gone)) and gone.needs_map(chosen):
            self.add_map(gone, chosen, move.get("choices") or {})

    def chosen(self, gone: Gone) -> list[str]:
        """The questions that its answers go to, as far as the form tells by now."""
        name = f"to-{gone.code}"
        if name not in self.fields:
            return []
        data: Any = self.data
        told = data.getlist(name) if self.is_bound else self.fields[name].initial
        return [code for code in gone.targets if code in told]

    def add_map(self, gone: Gone, chosen: list[str], suggested: Any) -> None:
        possible = gone.possible(chosen)
        offered = [("", _("Choose")), *possible.items(), (CANNOT_BE_TOLD, _("Nothing: it cannot be told"))]
        for choice in choices_of(gone.question):
            self.fields[f"becomes-{gone.code}-{choice}"] = forms.ChoiceField(
                label=_("“%s” becomes") % label_of(gone.question, choice),
                choices=offered,
                initial=suggested.get(choice, "") or "",
                error_messages={"required": _("Say what becomes of this answer.")},
            )

    def targets_field(self, gone: Gone) -> BoundField | None:
        return self[f"to-{gone.code}"] if f"to-{gone.code}" in self.fields else None

    def map_fields(self, gone: Gone) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith(f"becomes-{gone.code}-")]

    def told_fields(self) -> Iterator[BoundField]:
        """All but what becomes of earlier answers."""
        yield from (self[name] for name in self.base_fields if name in self.fields)

    def value(self, name: str) -> Any:
        return self.data.get(name) if self.is_bound else self.fields[name].initial

    def move(self, gone: Gone) -> Move:
        chosen = self.chosen(gone)
        if not chosen:
            return {"kind": "dropped", "from": gone.code, "to": []}
        names = {choice: f"becomes-{gone.code}-{choice}" for choice in choices_of(gone.question)}
        told = {choice: self.value(name) for choice, name in names.items() if name in self.fields}
        kind = "split" if len(chosen) > 1 else "recoded" if told else "renamed"
        move = {"kind": kind, "from": gone.code, "to": chosen}
        becomes = {choice: None if new in ("", None, CANNOT_BE_TOLD) else new for choice, new in told.items()}
        return {**move, "choices": becomes} if told else move

    def moves(self) -> list[Move]:
        """As far as the form tells by now."""
        return [self.move(gone) for gone in self.gone]
