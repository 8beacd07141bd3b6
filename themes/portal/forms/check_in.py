"""Saying how things are, and saying more afterwards."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.forms.base import LongField, PortalForm


class KeyField(forms.UUIDField):
    """A made-up key is none."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> UUID | None:
        try:
            found: UUID | None = super().clean(value)
        except forms.ValidationError:
            return None
        return found


class OnceForm(PortalForm):
    """`request` is made with the page: the same words sent twice from it are sent once, other words are not."""

    request = KeyField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request", uuid4())

    def once(self, given: dict[str, Any]) -> dict[str, Any]:
        page: UUID | None = self.cleaned_data.get("request")
        return {**given, "requestId": str(uuid5(page, repr(sorted(given.items()))))} if page else given


class CheckInForm(OnceForm):
    face = forms.TypedChoiceField(choices=[(number, word) for number, word in words.FACES.items()], coerce=int)
    area = forms.CharField()
    note = LongField(label=_("Want to say more? (optional)"))
    shared_with = forms.ChoiceField(choices=list(words.SHARED_WITH.items()), initial="WORKER")
    call = forms.ChoiceField(choices=list(words.CALLS.items()), initial="NO")

    @property
    def says_more(self) -> bool:
        """Something is chosen, or wrong, in the folded part."""
        return bool(
            self["area"].value() or self["area"].errors or self["call"].errors or self["call"].value() not in ("NO", "")
        )

    def clean_shared_with(self) -> str:
        """Nobody sees it by a slip: without a choice nothing is sent."""
        if not self.cleaned_data["shared_with"]:
            raise forms.ValidationError(_("Choose who should see this."))
        return str(self.cleaned_data["shared_with"])

    def api_input(self) -> dict[str, Any]:
        given = self.given("area", "note", "shared_with")
        return self.once({**given, "face": self.cleaned_data["face"] or 0, "call": self.cleaned_data["call"] or "NO"})


class MoreForm(OnceForm):
    """More words to a check-in that is sent, and who sees it."""

    note = LongField(label=_("Add words (optional)"))
    shared_with = forms.ChoiceField(choices=list(words.SHARED_WITH.items()))

    def api_input(self, check_in: str) -> dict[str, Any]:
        return self.once({"checkInId": check_in, **self.given("note", "shared_with")})
