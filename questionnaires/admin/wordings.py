"""The wording of a question in the admin: its form, its filters, its views."""

from typing import Any

import django_filters
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, ObjectList, Panel, TabbedInterface

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.admin.forms import AddingForm, OverridingForm
from leavingwell.questionnaires.admin.media_form import MediaForm
from leavingwell.questionnaires.admin.reading_ease import shown_under
from leavingwell.questionnaires.admin.views import AddView
from leavingwell.questionnaires.admin.wording_panels import LivePreviewPanel, PicturePanel, RecordingPanel
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import Domain, Indicator, Wording
from leavingwell.questionnaires.ownership import in_this_scope
from leavingwell.questionnaires.services.rewording import PARTS, note_national_words
from leavingwell.translations.languages import LANGUAGES
from leavingwell.translations.panels import LanguageTab

KEY = ("indicator", "variant")


class WordingForm(MediaForm, OverridingForm):
    key = KEY

    class Media:
        css = {"all": ["questionnaires/wording.css"]}
        js = ["questionnaires/wording.js"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in self.languages:
            for part in PARTS:
                self.show_reading_ease(f"{part}_{language}", language)

    def show_reading_ease(self, name: str, language: str) -> None:
        if field := self.fields.get(name):
            bound = field.get_bound_field(self, name)  # `self[name]` would remember the help text of now
            shown = shown_under(bound.id_for_label, bound.value() or "", language)
            field.help_text = format_html("{}{}", shown, field.help_text)

    def save(self, commit: bool = True) -> Any:
        if self.instance._state.adding and scope.current():
            note_national_words(self.instance)
        return super().save(commit)


class NewWordingForm(WordingForm, AddingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standard = Wording.objects.filter(council=None, variant=Variant.STANDARD)
        texts = dict(standard.values_list("indicator", "text_en"))
        question = self.fields["indicator"]
        question.label_from_instance = lambda one: f"{one.code} {texts.get(one.pk, '')}"
        if not self.instance.indicator_id:
            self.initial["variant"] = Variant.EASY_READ


class AddWordingView(AddView):
    """Opens for the question and the variant that the address names."""

    def get_initial_form_instance(self) -> Any:
        indicator, variant = self.asked_question(), self.request.GET.get("variant")
        if indicator is None or variant not in Variant.values:
            return super().get_initial_form_instance()
        return Wording(indicator=indicator, variant=variant)

    def asked_question(self) -> Indicator | None:
        try:
            found = in_this_scope(Indicator.objects.filter(pk=self.request.GET.get("indicator")))
        except ValidationError:
            return None
        return found[0] if found else None


def national_domains(request: Any) -> Any:
    return Domain.objects.filter(council=None)


class WordingFilters(WagtailFilterSet):  # type: ignore[misc]
    domain = django_filters.ModelChoiceFilter(
        field_name="indicator__domain", queryset=national_domains, label=_("Area of life")
    )
    whose = django_filters.ChoiceFilter(
        method="by_owner", choices=[("national", _("National")), ("own", _("Ours"))], label=_("Whose")
    )

    class Meta:
        model = Wording
        fields = ["variant"]

    def by_owner(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(council__isnull=value == "national")


def language_panels(code: str) -> list[Panel]:
    texts = [FieldPanel(f"{name}_{code}") for name in ("text", "help", "prompt", "picture_text")]
    return [*texts, RecordingPanel(language=code, heading=_("Recording")), LivePreviewPanel(language=code)]


def wording_tabs() -> list[ObjectList]:
    tabs = [
        LanguageTab(language_panels(code), heading=language.own_name, language=code, classname="wording-tab")
        for code, language in LANGUAGES.items()
    ]
    return [*tabs, ObjectList([PicturePanel(heading=_("Picture"))], heading=_("Picture"))]


EDITING = TabbedInterface(wording_tabs(), base_form_class=WordingForm)
ADDING = TabbedInterface(
    [ObjectList([FieldPanel("indicator"), FieldPanel("variant")], heading="About"), *wording_tabs()],
    base_form_class=NewWordingForm,
)
