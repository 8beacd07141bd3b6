"""What all forms share: they read what came in and keep it; what is right, the API says."""

import re
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal.api import Refused
from leavingwell.themes.portal.days import read_day
from leavingwell.themes.portal.forms.marked import mark_choices
from leavingwell.themes.portal.writing import OwnWords

LAST_VERSION = 2**31 - 1


def snake(name: str) -> str:
    """`sharedWith` as `shared_with`."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


class PortalForm(forms.Form):
    """Nothing is required here: an empty field is the API's to judge, so that every front end says the same."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.theirs: dict[str, str] = {}
        self.stale = False  # somebody else saved in between
        for field in self.fields.values():
            field.required = False
            mark_choices(field)

    def take(self, refused: Refused) -> None:
        """Puts the API's problems beside the fields that they name; those without a field stand at the top.

        What somebody else wrote meanwhile is kept beside it, to be shown with what was typed (`both_texts.html`).
        """
        for problem in refused.problems:
            name = self.place_of(problem)
            self.stale = self.stale or problem["code"] == "STALE_VERSION"
            if problem.get("theirs") is not None:
                self.theirs[name] = problem["theirs"]
            self.add_error(name if name in self.fields else None, problem["message"])

    def place_of(self, problem: dict[str, Any]) -> str:
        """The name of the field that a problem of the API is about."""
        return snake((problem["field"] or "").split(".")[-1])

    def given(self, *names: str) -> dict[str, Any]:
        """What was filled in, under the API's names; None for what was left empty."""
        return {camel(name): self.cleaned_data[name] or None for name in names}


Form = TypeVar("Form", bound=PortalForm)


def with_new_version(form: Form, version: int) -> Form:
    """After a conflict both texts are shown: saving again is done knowingly."""
    if "version" in form.fields and form.stale:
        form.data = {**dict(form.data.items()), "version": version}
    return form


class DayField(forms.CharField):
    """A day, as a browser's own date field or a person writes it. Cleans to an ISO date or an empty text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"type": "date", "class": "short"}), **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return read_day(text).isoformat()
        except ValueError:
            raise forms.ValidationError(_("Give the day like this: 27/11/2026."), code="day") from None


class VersionField(forms.IntegerField):
    """The version of what the form changes. A number that somebody spoiled is an old version: the API says so."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.HiddenInput(), **kwargs)

    def clean(self, value: Any) -> int:
        try:
            return min(max(super().clean(value) or 0, 0), LAST_VERSION)
        except forms.ValidationError:
            return 0


def one_kind_of_line_end(text: str) -> str:
    return text.replace("\r\n", "\n")


class LongField(forms.CharField):
    """Somebody's own words: kept as they were typed, but for the line ends that browsers send."""

    def __init__(self, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=OwnWords(attrs={"rows": rows, "dir": "auto"}), strip=False, **kwargs)

    def clean(self, value: Any) -> str:
        return one_kind_of_line_end(super().clean(value))
