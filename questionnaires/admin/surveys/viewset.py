"""The menu entry "Short surveys"."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import DateColumn, StatusTagColumn

from leavingwell.questionnaires.admin.surveys import views
from leavingwell.questionnaires.admin.surveys.forms import SurveyForm
from leavingwell.questionnaires.models import Survey
from leavingwell.translations.panels import language_tabs
from leavingwell.translations.viewsets import LanguagesColumn, LocalisedSnippetViewSet, source_column


def state_column() -> StatusTagColumn:
    return StatusTagColumn(
        "state",
        label=_("State"),
        accessor=lambda survey: survey.get_state_display(),
        primary=lambda survey: survey.is_open,
    )


class SurveyViewSet(LocalisedSnippetViewSet):
    model = Survey
    help_text = _("Up to five questions, asked once. You read how many said what, and never who.")
    icon = "form"
    menu_label = _("Short surveys")
    add_item_label = _("Make a short survey")
    index_view_class = views.IndexView
    add_view_class = views.CreateView
    edit_view_class = views.EditView
    delete_view_class = views.DeleteView
    inspect_view_fields_exclude = ["questionnaire_version", "made_by", "sent_by"]
    list_display = [
        source_column("title", _("Title")),
        state_column(),
        DateColumn("closes_on", label=_("Last day to answer")),
        LanguagesColumn("title"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("question_codes"),
                    FieldPanel("team", help_text=_("Leave empty to ask every team.")),
                    FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
                    FieldPanel("closes_on"),
                ],
                heading=_("About"),
            ),
            *language_tabs(("title", "intro")),
        ],
        base_form_class=SurveyForm,
    )

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        steps = {f"{step}_url_name": self.get_url_name(step) for step in ("send", "close")}
        return super().get_index_view_kwargs(**steps, **kwargs)

    def get_urlpatterns(self) -> list[Any]:
        index = self.get_url_name("list")
        return [
            *super().get_urlpatterns(),
            path("send/<uuid:pk>/", views.SendView.as_view(index_url_name=index), name="send"),
            path("close/<uuid:pk>/", views.CloseView.as_view(index_url_name=index), name="close"),
        ]
