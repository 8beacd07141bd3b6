"""How good an agreed plan is, with a note beside each point of what a good plan has."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.figure_words import OUTCOMES, QUALITY
from leavingwell.themes.portal.forms.base import LongField, PortalForm


class JudgementForm(PortalForm):
    outcome = forms.ChoiceField(label=_("How good is this plan?"), choices=list(OUTCOMES.items()))
    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, points: Iterable[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.met = {one["point"]: one["met"] for one in points}
        for point in self.met:
            self.fields[f"note_{point}"] = LongField(label=QUALITY[point], rows=2, required=False)

    @property
    def points(self) -> list[dict[str, Any]]:
        return [{"met": met, "note": self[f"note_{point}"]} for point, met in self.met.items()]

    def clean_outcome(self) -> str:
        if not self.cleaned_data["outcome"]:
            raise forms.ValidationError(_("Choose one of these."), code="outcome")
        return str(self.cleaned_data["outcome"])

    def place_of(self, problem: dict[str, Any]) -> str:
        """`notes.1.note` is that of the second point; `notes` is what the whole judgement lacks."""
        match (problem["field"] or "").split("."):
            case ["notes", place, "note"]:
                return f"note_{list(self.met)[int(place)]}"
            case ["notes"]:
                return "outcome"
        return super().place_of(problem)

    def api_input(self) -> dict[str, Any]:
        notes = [{"point": point, "note": self.cleaned_data[f"note_{point}"]} for point in self.met]
        sent = self.cleaned_data["request_id"]
        return {"outcome": self.cleaned_data["outcome"], "notes": notes, "requestId": str(sent) if sent else None}
