"""What is asked before a file goes out, one comes in, or a machine writes drafts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.translations.exchange.choosing import ALL, NATIONAL, OURS
from leavingwell.translations.exchange.formats import FORMATS
from leavingwell.translations.languages import language_of
from leavingwell.translations.machine.machines import choices as machines
from leavingwell.translations.models import Area, Status

WHOSE = [(ALL, _("The council’s and the nation’s")), (OURS, _("The council’s own")), (NATIONAL, _("The nation’s"))]
TO_DO = (Status.MISSING, Status.DRAFT, Status.MACHINE_DRAFT, Status.STALE, Status.REJECTED)


class ChoiceForm(forms.Form):
    """`languages` are those that the person may choose."""

    use_required_attribute = False
    language = forms.ChoiceField(label=_("Language"))
    whose = forms.ChoiceField(label=_("Whose texts"), choices=WHOSE, required=False)
    area = forms.MultipleChoiceField(
        label=_("Areas"),
        help_text=_("None ticked: all of them."),
        choices=Area.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("language", [(code, name_of(code)) for code in languages])
        if not scope.current():  # the nation has only its own
            del self.fields["whose"]

    def choose(self, name: str, choices: Any) -> None:
        field: Any = self.fields[name]
        field.choices = choices


class ExportForm(ChoiceForm):
    format = forms.ChoiceField(label=_("Format"), choices=[(code, one.label) for code, one in FORMATS.items()])
    status = forms.MultipleChoiceField(
        label=_("How far they are"),
        help_text=_("None ticked: all of them."),
        choices=Status.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    field_order = ("language", "format", "whose", "status", "area")


class MachineForm(ChoiceForm):
    machine = forms.ChoiceField(label=_("Where from"))
    field_order = ("language", "machine", "whose", "area")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("machine", machines())


class FileForm(forms.Form):
    use_required_attribute = False
    file = forms.FileField(
        label=_("A file that was exported here"),
        help_text=_("XLIFF, PO, CSV or XLSX. It says by itself in which language it is."),
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty.")},
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.po,.csv,.xlsx"}),
    )


def name_of(code: str) -> str:
    language = language_of(code)
    return f"{language.english_name} – {language.own_name}"
