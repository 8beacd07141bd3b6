"""What is known of a young person."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import DayField, LongField, PortalForm, VersionField

STAFF_ONLY = ("legal_name", "date_of_birth", "email")
WORDS = {"attrs": {"dir": "auto"}}


class DetailsForm(PortalForm):
    """A young person sees what is theirs to say; their workers all of it. Only what was changed is sent."""

    preferred_name = forms.CharField(widget=forms.TextInput(**WORDS))
    pronouns = forms.CharField(label=_("Pronouns"), widget=forms.TextInput(**WORDS))
    phone = forms.CharField(label=_("Phone"), widget=forms.TextInput(attrs={"type": "tel", "dir": "ltr"}))
    language = forms.ChoiceField()
    reading = forms.ChoiceField(choices=[("", _("Not said yet"))], widget=forms.RadioSelect)
    needs = LongField(rows=3)
    celebrates = forms.BooleanField()
    legal_name = forms.CharField(label=_("Name in official papers"), widget=forms.TextInput(**WORDS))
    date_of_birth = DayField(label=_("Date of birth"))
    email = forms.EmailField(label=_("E-mail address for signing in"), widget=forms.EmailInput(attrs={"dir": "ltr"}))
    version = VersionField()

    def __init__(self, *args: Any, own: bool, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        readings = words.READINGS_OWN if own else words.READINGS
        self.fields["language"].choices = [("", _("The council's own")), *languages]  # type: ignore[attr-defined]
        self.fields["reading"].choices = list(readings.items())  # type: ignore[attr-defined]
        for name in STAFF_ONLY if own else ():
            del self.fields[name]

    def api_input(self) -> dict[str, Any]:
        sent = self.cleaned_data
        given = {
            "preferredName": sent["preferred_name"],
            "expectedVersion": sent["version"],
            "celebrates": sent["celebrates"],
            **{name: sent[name] for name in ("pronouns", "phone", "language", "needs")},
            **self.given("reading"),
        }
        if "email" in sent:
            given |= {"legalName": sent["legal_name"], "email": sent["email"] or None, **self.given("date_of_birth")}
        return given


def with_day(form: PortalForm, name: str, message: str) -> dict[str, Any]:
    """The API takes no empty day, so that it is said here that one is missing."""
    if not form.cleaned_data.get(name) and name not in form.errors:
        form.add_error(name, message)
    return form.cleaned_data


class CareForm(PortalForm):
    starts_on = DayField(label=_("First day in care"))
    ends_on = DayField(label=_("Last day (empty: still in care)"))
    short_break = forms.BooleanField(label=_("A planned short break, which does not count"))

    def clean(self) -> dict[str, Any]:
        return with_day(self, "starts_on", gettext("Give the first day."))

    def api_input(self) -> dict[str, Any]:
        return {**self.given("starts_on", "ends_on"), "shortBreak": self.cleaned_data["short_break"]}


class CareEndForm(PortalForm):
    ends_on = DayField(label=_("Last day in care"))

    def clean(self) -> dict[str, Any]:
        return with_day(self, "ends_on", gettext("Give the last day."))

    def api_input(self) -> dict[str, Any]:
        return self.given("ends_on")


class CategoryForm(PortalForm):
    """Set to another than the suggested category, the reason goes with it."""

    category = forms.ChoiceField(label=_("Category"), choices=list(words.CATEGORIES.items()))
    reason = LongField(label=_("Why, if it is not the suggested one"), rows=2)

    def api_input(self) -> dict[str, Any]:
        return {"category": self.cleaned_data["category"] or None, "reason": self.cleaned_data["reason"]}
