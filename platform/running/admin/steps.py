"""The steps of opening a council, each a form. What is typed is kept from step to step in the session."""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Message, Problem
from leavingwell.platform.running.services import looks, naming, opening, templates
from leavingwell.platform.running.services.looks import CHOSEN, Look
from leavingwell.themes.palettes import complete
from leavingwell.translations.languages import LANGUAGES, SOURCE

Given = dict[str, Any]
COLOUR = RegexValidator(re.compile(r"^#[0-9a-fA-F]{6}\Z"), _("Give a colour like #1d4f7c."))


class StepForm(forms.Form):
    use_required_attribute = False

    def clean(self) -> Any:
        cleaned = super().clean()
        if not self.errors:
            for problem in self.problems(self.cleaned_data):
                self.add_error(problem.field if problem.field in self.fields else None, str(problem.message))
        return cleaned

    def problems(self, given: Given) -> list[Problem]:
        return []


class NameForm(StepForm):
    name = forms.CharField(label=_("Name"), help_text=_("As young people know it, such as “Northmoor Council”."))
    slug = forms.CharField(
        label=_("Short name"),
        help_text=_("In file names and commands. Small letters, numbers and hyphens. It never changes."),
    )
    host = forms.CharField(
        label=_("Host name"),
        help_text=_("Where its portal will be, such as leavingcare.northmoor.gov.uk. It must lead to this server."),
    )

    def problems(self, given: Given) -> list[Problem]:
        return [
            *naming.name_faults(given["name"]),
            *naming.slug_faults(given["slug"]),
            *naming.host_faults(given["host"]),
        ]

    def clean_host(self) -> str:
        return str(self.cleaned_data["host"]).strip().lower().rstrip(".")


class LanguagesForm(StepForm):
    languages = forms.MultipleChoiceField(
        label=_("Beside English the portal offers"),
        help_text=_("What has no text in a language yet is shown in English. The council can change this."),
        choices=[(code, f"{one.english_name} – {one.own_name}") for code, one in LANGUAGES.items() if code != SOURCE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    default_language = forms.ChoiceField(
        label=_("For those who have not chosen, and whose browser asks for none of these"),
        choices=[(code, one.english_name) for code, one in LANGUAGES.items()],
        initial=SOURCE,
    )

    def problems(self, given: Given) -> list[Problem]:
        return list(naming.language_faults(given["languages"], given["default_language"]))


class TemplateForm(StepForm):
    template = forms.ChoiceField(
        label=_("Start from"),
        help_text=_(
            "National questions, help lines and words are there in any case. Copied pages are drafts until somebody "
            "reads and publishes them; nothing about people is copied. That you copied is on record in both councils."
        ),
        widget=forms.RadioSelect,
        initial=templates.PLAIN,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["template"]
        field.choices = [(source.code, source.label) for source in templates.sources()]


def colour_field(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, validators=[COLOUR], widget=forms.TextInput(attrs={"type": "color"})
    )


class LookForm(StepForm):
    own_colours = forms.BooleanField(
        label=_("Use these colours"),
        required=False,
        help_text=_("Without a tick, the colours are those of what you start from."),
    )
    brand = colour_field(_("Brand colour, behind the council's name"))
    brand_ink = colour_field(_("Text on the brand colour"))
    accent = colour_field(_("Buttons"))
    accent_ink = colour_field(_("Text on buttons"))
    logo = forms.FileField(label=_("Logo"), required=False, help_text=_("A picture of up to 500 kB."))
    logo_text = forms.CharField(label=_("What the logo shows, in words"), required=False, max_length=150)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = complete({})["light"]
        for role in CHOSEN:
            self.fields[role.replace("-", "_")].initial = plain[role]

    def problems(self, given: Given) -> list[Problem]:
        return looks.faults(look_of({**given, **kept_logo(given.get("logo"))}))


class AdminForm(StepForm):
    admin_name = forms.CharField(label=_("Name"), help_text=_("As colleagues call them."))
    admin_email = forms.CharField(
        label=_("E-mail"),
        widget=forms.EmailInput,
        help_text=_("Their address at work. We write to it how to choose a password."),
    )

    def problems(self, given: Given) -> list[Problem]:
        return list(opening.admin_faults(given["admin_name"], given["admin_email"]))


def kept_logo(file: Any) -> Given:
    """A file that was just sent, or one that was kept as text."""
    if isinstance(file, dict):
        return {"logo": b64decode(file["data"]), "logo_name": file["name"]}
    return {"logo": file.read(looks.LARGEST_LOGO + 1), "logo_name": file.name} if file else {"logo": b""}


def as_kept(name: str, data: bytes) -> dict[str, str]:
    return {"name": name, "data": b64encode(data).decode()}


def look_of(given: Mapping[str, Any]) -> Look:
    own = given.get("own_colours")
    colours = {role: given[role.replace("-", "_")].lower() for role in CHOSEN} if own else {}
    return Look(colours, given.get("logo") or b"", given.get("logo_name", ""), given.get("logo_text", ""))


@dataclass(frozen=True)
class Step:
    code: str
    title: Message
    form: type[StepForm]


STEPS = (
    Step("name", _("Name and address"), NameForm),
    Step("languages", _("Languages"), LanguagesForm),
    Step("start", _("Start from"), TemplateForm),
    Step("look", _("Look"), LookForm),
    Step("admin", _("First administrator"), AdminForm),
)
BY_CODE = {step.code: step for step in STEPS}
