"""The snippets of the "Questions" menu."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from leavingwell.platform.councils.admin.views import whose
from leavingwell.questionnaires.admin.forms import AddingForm, OverridingForm
from leavingwell.questionnaires.admin.publishing import PublishingViewSet
from leavingwell.questionnaires.admin.viewset import OverridingViewSet
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Wording
from leavingwell.translations.panels import language_tabs
from leavingwell.translations.viewsets import LanguagesColumn, source_column


class WordingForm(OverridingForm):
    key = ("indicator", "variant")


class NewWordingForm(AddingForm):
    key = ("indicator", "variant")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standard = Wording.objects.filter(council=None, variant=Variant.STANDARD)
        texts = dict(standard.values_list("indicator", "text_en"))
        question = self.fields["indicator"]
        question.label_from_instance = lambda one: f"{one.code} {texts.get(one.pk, '')}"
        self.initial["variant"] = Variant.EASY_READ


class LabelForm(OverridingForm):
    key = ("answer_type", "code")


class DomainForm(OverridingForm):
    key = ("code",)


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
        fields: list[str] = []

    def by_owner(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(council__isnull=value == "national")


class WordingViewSet(OverridingViewSet):
    model = Wording
    key = ("indicator", "variant")
    addable = True
    icon = "help"
    menu_label = _("Wording")
    add_item_label = _("Add easy-read or spoken words")
    list_display = [
        "__str__",
        Column("area", label=_("Area of life"), accessor="indicator.domain.name", sort_key="indicator__domain__order"),
        "variant",
        LanguagesColumn("text"),
        whose(),
    ]
    filterset_class = WordingFilters
    search_fields = ["indicator__code", "text_en"]
    edit_handler = TabbedInterface(language_tabs(("text", "help")), base_form_class=WordingForm)
    add_handler = TabbedInterface(
        [
            ObjectList([FieldPanel("indicator"), FieldPanel("variant")], heading="About"),
            *language_tabs(("text", "help")),
        ],
        base_form_class=NewWordingForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("indicator__domain")

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        handler = self.add_handler.bind_to_model(self.model)
        ours = {"panel": handler, "form_class": handler.get_form_class(), **kwargs}
        return super().get_add_view_kwargs(**ours)  # type: ignore[no-any-return]


class ChoiceLabelViewSet(OverridingViewSet):
    model = ChoiceLabel
    key = ("answer_type", "code")
    icon = "tick-inverse"
    menu_label = _("Answers")
    list_display = ["code", source_column("label", _("Answer")), "answer_type", LanguagesColumn("label"), whose()]
    edit_handler = TabbedInterface(language_tabs(("label",)), base_form_class=LabelForm)


class DomainViewSet(OverridingViewSet):
    model = Domain
    key = ("code",)
    icon = "folder-open-1"
    menu_label = _("Areas of life")
    list_display = ["name", source_column("title", _("What young people read")), LanguagesColumn("title"), whose()]
    inspect_view_fields_exclude = ["questionnaire"]
    edit_handler = TabbedInterface(language_tabs(("title",)), base_form_class=DomainForm)


class QuestionsGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (WordingViewSet, ChoiceLabelViewSet, DomainViewSet, PublishingViewSet)
    menu_label = _("Questions")
    menu_icon = "list-ul"
    menu_order = 200
