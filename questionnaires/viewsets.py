"""The snippets of the "Questions" menu."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TabbedInterface
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from leavingwell.platform.councils.admin.views import whose
from leavingwell.questionnaires.admin import labels, wordings
from leavingwell.questionnaires.admin.editor.viewset import EditorViewSet
from leavingwell.questionnaires.admin.exchange.viewset import ExchangeViewSet
from leavingwell.questionnaires.admin.forms import OverridingForm
from leavingwell.questionnaires.admin.own.viewsets import OwnQuestionsViewSet, QuestionBankViewSet
from leavingwell.questionnaires.admin.publishing import PublishingViewSet, RulesViewSet, VersionsViewSet
from leavingwell.questionnaires.admin.remarks.viewset import RemarksViewSet
from leavingwell.questionnaires.admin.surveys.viewset import SurveyViewSet
from leavingwell.questionnaires.admin.viewset import OverridingViewSet
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Wording
from leavingwell.translations.panels import language_tabs
from leavingwell.translations.viewsets import LanguagesColumn, source_column


class DomainForm(OverridingForm):
    key = ("code",)


class WordingViewSet(OverridingViewSet):
    model = Wording
    help_text = _("The words of each question. Write your own in place of the nation's; they count once you publish.")
    key = wordings.KEY
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
    filterset_class = wordings.WordingFilters
    search_fields = ["indicator__code", "text_en"]
    edit_handler = wordings.EDITING
    add_handler = wordings.ADDING
    add_view_class = wordings.AddWordingView

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("indicator__domain")


class ChoiceLabelViewSet(OverridingViewSet):
    model = ChoiceLabel
    help_text = _("The words of the answers that many questions share. They count once you publish.")
    key = labels.KEY
    addable = True
    icon = "tick-inverse"
    menu_label = _("Answers")
    add_item_label = _("Add easy-read or spoken words")
    list_display = [
        "code",
        source_column("label", _("Answer")),
        "answer_type",
        "variant",
        LanguagesColumn("label"),
        whose(),
    ]
    edit_handler = labels.EDITING
    add_handler = labels.ADDING


class DomainViewSet(OverridingViewSet):
    model = Domain
    help_text = _("What the eight areas of life are called. Young people read the title.")
    key = ("code",)
    icon = "folder-open-1"
    menu_label = _("Areas of life")
    list_display = ["name", source_column("title", _("What young people read")), LanguagesColumn("title"), whose()]
    inspect_view_fields_exclude = ["questionnaire"]
    edit_handler = TabbedInterface(language_tabs(("title",)), base_form_class=DomainForm)


class QuestionsGroup(SnippetViewSetGroup):  # type: ignore[misc]
    items = (
        EditorViewSet,
        WordingViewSet,
        ChoiceLabelViewSet,
        DomainViewSet,
        OwnQuestionsViewSet,
        QuestionBankViewSet,
        PublishingViewSet,
        VersionsViewSet,
        RulesViewSet,
        RemarksViewSet,
        SurveyViewSet,
        ExchangeViewSet,
    )
    menu_label = _("Questions")
    menu_icon = "list-ul"
    menu_order = 200
