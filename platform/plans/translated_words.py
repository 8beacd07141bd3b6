"""The translations of somebody's words, as they stand beside them."""

from typing import Any

from django.db.models import Q, QuerySet

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import Viewer, visible
from leavingwell.platform.plans.marked_words import fingerprint
from leavingwell.platform.plans.models import Comment, Goal, WordsTranslation
from leavingwell.platform.plans.visibility import visible_check_ins, visible_comments, visible_goals
from leavingwell.questionnaires.models import CheckIn

FIELDS: dict[type[Any], tuple[str, str]] = {  # how a translation names it, and where its words are
    Comment: ("comment", "body"),
    Goal: ("goal", "words"),
    CheckIn: ("check_in", "note"),
}


def visible_translations(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    """Those of words that the viewer may read."""
    of_words = (
        Q(comment__in=visible_comments(Comment.objects.all(), viewer).values("pk"))
        | Q(goal__in=visible_goals(Goal.objects.all(), viewer).values("pk"))
        | Q(check_in__in=visible_check_ins(CheckIn.objects.all(), viewer).values("pk"))
    )
    return visible(rows, viewer, Operation.VIEW_YOUNG_PERSON, "young_person").filter(of_words)


def words_of(row: Any) -> str:
    return str(getattr(row, FIELDS[type(row)][1]))


def translations_of(row: Any) -> list[WordsTranslation]:
    """Of the words as they stand now, the latest of each language. Needs `translations` fetched to cost nothing."""
    now = fingerprint(words_of(row))
    rows = sorted(row.translations.all(), key=lambda one: (one.at, one.pk))
    return list({one.language: one for one in rows if one.sha256 == now}.values())
