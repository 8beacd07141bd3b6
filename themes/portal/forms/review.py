"""What people fill in at a review: their part, a decision with reasons by section, why it was written without."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import LongField, PortalForm, VersionField

Choices = list[tuple[str, list[tuple[str, str]]]]  # by the name of their group
ROWS, MOST_ROWS = 2, 40
LATER_OCCASIONS = [(code, word) for code, word in words.OCCASIONS.items() if code != "FIRST"]


class MyPartForm(PortalForm):
    """The young person's part."""

    agrees = forms.ChoiceField(label=_("Do you agree with the plan?"), choices=list(words.AGREES.items()))
    words = LongField(label=_("What is right, what is wrong? (optional)"), rows=4)
    version = VersionField()

    def api_input(self) -> dict[str, Any]:
        return {
            "agrees": self.cleaned_data["agrees"] or None,
            "words": self.cleaned_data["words"],
            "expectedVersion": self.cleaned_data["version"],
        }


class WorkersPartForm(PortalForm):
    words = LongField(label=_("What you say about this plan"), rows=4)
    version = VersionField()

    def api_input(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"], "expectedVersion": self.cleaned_data["version"]}


class StartReviewForm(PortalForm):
    occasion = forms.ChoiceField(label=_("Why now?"), choices=LATER_OCCASIONS, initial="PLANNED")

    def api_input(self) -> dict[str, Any]:
        return {"occasion": self.cleaned_data["occasion"] or "PLANNED"}


class HandInForm(PortalForm):
    override_reason = LongField(label=_("Why do you hand it in now?"), rows=2)
    version = VersionField()

    def api_input(self) -> dict[str, Any]:
        return {**self.given("override_reason"), "expectedVersion": self.cleaned_data["version"]}


class WithoutForm(PortalForm):
    reason = LongField(label=_("Why can it not wait?"), rows=3)
    version = VersionField()

    def api_input(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"], "expectedVersion": self.cleaned_data["version"]}


class DecisionForm(PortalForm):
    """A manager's or practice supervisor's decision on a plan, with as many sections as somebody asks for."""

    decision = forms.ChoiceField(choices=[("sign", _("Sign off this plan")), ("return", _("Send it back"))])
    reason = LongField(label=_("What would make it right?"), rows=3)
    rows = forms.CharField(widget=forms.HiddenInput())  # `rows_asked_for` makes sense of it
    version = VersionField()

    def __init__(self, *args: Any, sections: Choices, rows: int = ROWS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = range(rows)
        self.titles = {code: title for _group, choices in sections for code, title in choices}
        for place in self.places:
            self.fields[f"section_{place}"] = forms.ChoiceField(
                label=_("Section"), choices=[("-", _("Choose a section")), *sections], required=False
            )
            self.fields[f"section_reason_{place}"] = LongField(label=_("What it needs"), rows=2)
            self.fields[f"section_reason_{place}"].required = False

    @property
    def section_rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"section_{place}"], self[f"section_reason_{place}"]) for place in self.places]

    @property
    def typed(self) -> str:
        """All that was written, in one text to copy from where it could not be sent."""
        rows = [(self.titles.get(section.value()), reason.value() or "") for section, reason in self.section_rows]
        by_section = [f"{title}: {reason}" if title else reason for title, reason in rows if reason.strip()]
        return "\n\n".join(text for text in (self["reason"].value() or "", *by_section) if text.strip())

    def sections(self) -> list[dict[str, str]]:
        """Those that were chosen or written about; words without a section are about the whole plan."""
        found = []
        for place in self.places:
            section = self.cleaned_data[f"section_{place}"]
            reason = self.cleaned_data[f"section_reason_{place}"]
            if reason.strip() or section not in ("", "-"):
                found.append(
                    {"section": "" if section in ("", "-") else section, "reason": reason, "place": str(place)}
                )
        return found

    def place_of(self, problem: dict[str, Any]) -> str:
        """A problem at `sections.1.reason` stands beside the row that the section was typed into."""
        path = (problem["field"] or "").split(".")
        if path[0] != "sections" or len(path) != 3:
            return "reason" if path[-1] == "words" else super().place_of(problem)
        place = self.sections()[int(path[1])]["place"]
        return f"section_{place}" if path[2] == "section" else f"section_reason_{place}"


def rows_asked_for(given: Any) -> int:
    """How many rows the page had, and one more where somebody asked for it. Never more than there are sections."""
    try:
        rows = int(given.get("rows") or ROWS)
    except ValueError:
        rows = ROWS
    return min(max(rows, ROWS) + ("more" in given), MOST_ROWS)
