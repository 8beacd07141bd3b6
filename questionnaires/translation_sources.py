"""The texts of this app that translators work on. They are a draft: young people see them once they are published."""

from typing import Any
from urllib.parse import quote

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.models import Choice, ChoiceLabel, Domain, Survey, Wording
from leavingwell.questionnaires.services.arranging import lock
from leavingwell.translations.models import Area
from leavingwell.translations.sources.columns import register_model


def as_editors_do() -> None:
    """One change of a council's questions at a time. The nation has no such lock."""
    if scope.current():
        lock()


def question_of(row: Any) -> str:
    return f"{row.indicator.code} ({row.get_variant_display()})"


def domain_of(row: Any) -> str:
    return str(row.indicator.domain.code)


def preview_of(row: Any) -> str:
    """For those who change its words: the portal's page of a question, as it would be published now."""
    questionnaire = quote(row.indicator.domain.questionnaire.code)
    return f"/preview/questions/{quote(row.indicator.code)}/?questionnaire={questionnaire}&variant={row.variant}"


def label_title(label: ChoiceLabel) -> str:
    return f"{label.get_answer_type_display()} {label.code} ({label.get_variant_display()})"


def register() -> None:
    of_question: dict[str, Any] = {
        "title": question_of,
        "domain": domain_of,
        "address": preview_of,
        "related": ("indicator__domain__questionnaire",),
        "before_write": as_editors_do,
    }
    register_model(Wording, area=Area.QUESTIONS, **of_question)
    register_model(Choice, area=Area.ANSWERS, **of_question)
    register_model(ChoiceLabel, area=Area.ANSWERS, title=label_title, before_write=as_editors_do)
    register_model(Domain, area=Area.QUESTIONS, title=lambda row: str(row.code), domain=lambda row: str(row.code)[:20])
    register_model(Survey, area=Area.SURVEYS, title=lambda row: str(row.title_en))
