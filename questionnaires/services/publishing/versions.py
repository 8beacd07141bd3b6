"""What is published already."""

from typing import Any

from django.db.models import F, Q, QuerySet

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import not_found
from leavingwell.questionnaires.freezing import Content, hash_of
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireVersion

Versions = QuerySet[QuestionnaireVersion]


def published_here() -> Q:
    """The council's and the nation's. The nation sees every council's, and is none of them."""
    return Q(council=None) | Q(council=scope.current() or None)


def latest_version(code: str) -> QuestionnaireVersion:
    """The council's newest version, or the nation's while it has published none. Raises NOT_FOUND."""
    own_first = F("council").asc(nulls_last=True)
    version: QuestionnaireVersion | None = (
        QuestionnaireVersion.objects.select_related("questionnaire")
        .filter(published_here(), questionnaire__code=code)
        .order_by(own_first, "-number")
        .first()
    )
    if version is None:
        raise not_found("code")
    return version


def own_versions(questionnaire: Questionnaire) -> Versions:
    """Newest first."""
    council = scope.current() or None
    return QuestionnaireVersion.objects.filter(questionnaire=questionnaire, council=council).order_by("-number")


def versions_here(questionnaire: Questionnaire) -> Versions:
    """The council's own, newest first, and before them the nation's."""
    own_first = F("council").asc(nulls_last=True)
    rows = QuestionnaireVersion.objects.filter(published_here(), questionnaire=questionnaire)
    return rows.order_by(own_first, "-number")


def contents(questionnaire: Questionnaire) -> list[Content]:
    """Of every version that the council and the nation have published, the one that young people read first."""
    return list(versions_here(questionnaire).values_list("content", flat=True))


def has_changed(questionnaire: Questionnaire, content: Content) -> bool:
    """Whether it differs from what this very council, or the nation, published last."""
    newest: Any = own_versions(questionnaire).values_list("content_hash", flat=True).first()
    return newest is None or newest != hash_of(content)
