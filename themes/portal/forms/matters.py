"""The ten matters, moves, the look at a home, and copies of the plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm, VersionField, camel
from leavingwell.themes.portal.matter_words import (
    COPY_FORMS,
    FACTOR_PROMPTS,
    FACTORS,
    HOME_KINDS,
    NEVER_SUITABLE,
    VERDICTS,
)

Choices = list[tuple[str, str]]
CHOOSE = ("", _("Choose one"))
TICKS = ("knows_rights", "knows_funding", "provider_checked")


class MatterForm(PortalForm):
    """One matter as it shall stand."""

    how = LongField(label=_("What will be done?"), rows=4)
    by_whom = forms.CharField(label=_("By whom?"), widget=forms.TextInput(attrs={"dir": "auto"}))
    by_when = DayField(label=_("By when?"))
    not_needed_reason = LongField(label=_("Why nothing is needed"), rows=2)
    version = VersionField()

    def show_version(self, version: int) -> None:
        """After a conflict: who saves again has seen what stands there now."""
        typed: Any = self.data
        self.data = typed.copy()
        self.data["version"] = str(version)  # type: ignore[index]  # a QueryDict's copy can be changed

    def api_input(self) -> dict[str, Any]:
        given = self.given("how", "by_whom", "by_when", "not_needed_reason")
        return {**given, "expectedVersion": self.cleaned_data["version"]}


class MoveForm(PortalForm):
    kind = forms.ChoiceField(label=_("What kind of home is it?"), choices=[CHOOSE, *HOME_KINDS.items()])
    description = forms.CharField(label=_("In a few words"), widget=forms.TextInput(attrs={"dir": "auto"}))
    moved_in_on = DayField(label=_("Moved in on"))
    regulated = forms.BooleanField(label=_("It is a regulated home"))

    def clean_kind(self) -> str:
        if not self.cleaned_data["kind"]:
            raise forms.ValidationError(_("Choose one of these."), code="kind")
        return str(self.cleaned_data["kind"])

    def api_input(self) -> dict[str, Any]:
        given = self.given("kind", "moved_in_on")
        return {**given, "description": self.cleaned_data["description"], "regulated": self.cleaned_data["regulated"]}


def factor_fields() -> dict[str, forms.Field]:
    """A verdict and a note for each of the seven."""
    found: dict[str, forms.Field] = {}
    for code, word in FACTORS.items():
        found[f"verdict_{code}"] = forms.ChoiceField(label=word, choices=list(VERDICTS.items()), required=False)
        found[f"note_{code}"] = LongField(label=_("Note"), rows=1, required=False)
    return found


class SuitabilityForm(PortalForm):
    """The seven things of Schedule 2, each with a verdict and a note, and what follows from them."""

    their_views = LongField(label=_("What did they say about it?"), rows=3)
    knows_rights = forms.BooleanField(label=_("They know their rights and duties there"))
    knows_funding = forms.BooleanField(label=_("They know who pays what"))
    provider_checked = forms.BooleanField(label=_("The provider was checked"))
    suitable = forms.ChoiceField(label=_("Is it suitable?"), choices=[("yes", _("Yes, for now")), ("no", _("No"))])
    reasons = LongField(label=_("Your reasons"), rows=3)
    assessed_on = DayField(label=_("Looked at on"))

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {**factor_fields(), **self.fields}
        if kind in NEVER_SUITABLE:
            self.fields["suitable"].choices = [("no", _("No"))]  # type: ignore[attr-defined]

    def factors(self) -> list[dict[str, Any]]:
        return [
            {
                "word": word,
                "prompt": FACTOR_PROMPTS[code],
                "verdict": self[f"verdict_{code}"],
                "note": self[f"note_{code}"],
            }
            for code, word in FACTORS.items()
        ]

    def place_of(self, problem: dict[str, Any]) -> str:
        """`factors.3.note` is the note of the fourth."""
        match (problem["field"] or "").split("."):
            case ["factors", place, part]:
                return f"{part}_{list(FACTORS)[int(place)]}"
        return super().place_of(problem)

    def clean(self) -> dict[str, Any]:
        """What the API's types cannot leave open: each verdict, and yes or no."""
        for name in [*(f"verdict_{code}" for code in FACTORS), "suitable"]:
            if not self.cleaned_data.get(name) and name not in self.errors:
                thing = self.fields[name].label
                self.add_error(name, forms.ValidationError(_("%s: choose one.") % thing, code="missing"))
        return self.cleaned_data

    def api_input(self) -> dict[str, Any]:
        return {
            **self.given("their_views", "assessed_on"),
            **{camel(name): self.cleaned_data[name] for name in TICKS},
            "reasons": self.cleaned_data["reasons"],
            "suitable": self.cleaned_data["suitable"] == "yes",
            "factors": [
                {
                    "factor": code,
                    "verdict": self.cleaned_data[f"verdict_{code}"],
                    "note": self.cleaned_data[f"note_{code}"],
                }
                for code in FACTORS
            ],
        }


class HomeViewsForm(PortalForm):
    words = LongField(label=_("What do you think of your home?"), rows=4)

    def api_input(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"]}


class CopyForm(PortalForm):
    form = forms.ChoiceField(
        label=_("In which form?"), choices=[one for one in COPY_FORMS.items() if one[0] != "PORTAL"]
    )
    language = forms.ChoiceField(label=_("In which language?"))
    on = DayField(label=_("Given on"))
    explained_on = DayField(label=_("Explained on"))
    interpreter = forms.BooleanField(label=_("With an interpreter"))
    note = LongField(label=_("Anything to note? (optional)"), rows=2)

    def __init__(self, *args: Any, languages: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages  # type: ignore[attr-defined]

    def api_input(self) -> dict[str, Any]:
        given = self.given("form", "language", "on", "explained_on", "note")
        return {**given, "interpreter": self.cleaned_data["interpreter"]}
