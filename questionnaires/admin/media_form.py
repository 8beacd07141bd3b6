"""A wording's picture and recordings in its form: put in, checked, described and taken away."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import Recording, Wording
from leavingwell.questionnaires.services.media import (
    LARGEST_PICTURE,
    PICTURES,
    RECORDINGS,
    Prepared,
    keep,
    message_of,
    prepared_picture,
    prepared_recording,
)
from leavingwell.translations.languages import LANGUAGES

CHOOSE_AGAIN = _("Something else is not right yet. Mend that, and choose this file again.")
NEEDS_WORDS = _("Say what the picture shows, for people who cannot see it.")


def file_field(label: Any, accepted: str) -> forms.FileField:
    return forms.FileField(label=label, required=False, widget=forms.FileInput(attrs={"accept": accepted}))


def tick(label: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def declared() -> dict[str, forms.Field]:
    pictures = file_field(_("New picture"), ",".join(f"image/{kind.lower()}" for kind in PICTURES))
    found: dict[str, forms.Field] = {"picture_file": pictures, "remove_picture": tick(_("Take the picture away"))}
    for code in LANGUAGES:
        found[f"recording_{code}"] = file_field(_("New recording"), ",".join(RECORDINGS))
        found[f"remove_recording_{code}"] = tick(_("Take the recording away"))
    return found


MediaFields: Any = type("MediaFields", (forms.Form,), declared())


class MediaForm(MediaFields):  # type: ignore[misc]
    """Mixed into the form of a `Wording`, which knows its `languages`."""

    instance: Wording
    languages: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in set(LANGUAGES) - set(self.languages):
            del self.fields[f"recording_{code}"], self.fields[f"remove_recording_{code}"]

    def clean(self) -> Any:
        cleaned = super().clean()
        self.prepared: dict[str, Prepared] = {}
        self.prepare("picture_file", prepared_picture)
        for code in self.languages:
            self.prepare(f"recording_{code}", prepared_recording)
        if self.will_have_picture():
            self.require_picture_text()
        if self.errors:
            self.ask_for_files_again()
        return cleaned

    def prepare(self, name: str, check: Callable[[bytes], Prepared]) -> None:
        file = self.cleaned_data.get(name)
        if not file:
            return
        try:
            self.prepared[name] = check(file.read(LARGEST_PICTURE + 1))
        except Problems as refused:
            self.add_error(name, ValidationError(message_of(refused)))

    def ask_for_files_again(self) -> None:
        """A browser forgets which files were chosen."""
        for name in self.prepared:
            self.add_error(name, CHOOSE_AGAIN)

    def will_have_picture(self) -> bool:
        if "picture_file" in self.prepared:
            return True
        return bool(self.instance.picture_id) and not self.cleaned_data.get("remove_picture")

    def require_picture_text(self) -> None:
        """In each language in which there are words."""
        for code in self.languages:
            field = f"picture_text_{code}"
            if field in self.fields and self.cleaned_data.get(f"text_{code}") and not self.cleaned_data.get(field):
                self.add_error(field, NEEDS_WORDS)

    def save(self, commit: bool = True) -> Any:
        if "picture_file" in self.prepared:
            self.instance.picture = keep(self.prepared["picture_file"])
        elif self.cleaned_data.get("remove_picture"):
            self.instance.picture = None
        saved = super().save(commit)
        if commit:
            self.save_recordings()
        return saved

    def save_recordings(self) -> None:
        for code in self.languages:
            if new := self.prepared.get(f"recording_{code}"):
                Recording.objects.update_or_create(
                    wording=self.instance,
                    language=code,
                    defaults={"media": keep(new)},
                )
            elif self.cleaned_data.get(f"remove_recording_{code}"):
                Recording.objects.filter(wording=self.instance, language=code).delete()

    def recording(self, language: str) -> Recording | None:
        """The recording that is there now."""
        return Recording.objects.select_related("media").filter(wording=self.instance.pk, language=language).first()
