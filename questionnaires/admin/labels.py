"""The words on the answers in the admin, in each variant."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface

from leavingwell.questionnaires.admin.forms import AddingForm, OverridingForm
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import ChoiceLabel
from leavingwell.translations.panels import language_tabs

KEY = ("answer_type", "code", "variant")


class LabelForm(OverridingForm):
    key = KEY


class NewLabelForm(AddingForm):
    """Which answer is one choice among the nation's standard ones, by its row."""

    key = KEY
    choice = forms.ModelChoiceField(queryset=ChoiceLabel.objects.none(), label=_("Answer"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["choice"]
        choice.queryset = ChoiceLabel.objects.filter(council=None, variant=Variant.STANDARD)
        choice.label_from_instance = lambda one: f"{one.label_en} ({one.get_answer_type_display()})"
        self.initial["variant"] = Variant.EASY_READ

    def clean(self) -> Any:
        if choice := self.cleaned_data.get("choice"):
            self.instance.order = choice.order
            self.cleaned_data |= {"answer_type": choice.answer_type, "code": choice.code}
            self.instance.answer_type, self.instance.code = choice.answer_type, choice.code
        return super().clean()


EDITING = TabbedInterface(language_tabs(("label",)), base_form_class=LabelForm)
ADDING = TabbedInterface(
    [ObjectList([FieldPanel("choice"), FieldPanel("variant")], heading="About"), *language_tabs(("label",))],
    base_form_class=NewLabelForm,
)
