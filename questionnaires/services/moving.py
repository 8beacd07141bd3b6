"""Moving answers between published versions: the way from one to another, and what a move would touch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, Subquery

from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import Answer, Questionnaire, QuestionnaireVersion
from leavingwell.questionnaires.moving import Move, chain


@dataclass(frozen=True)
class Touched:
    """How many answers a move concerns: those of latest checklists, and all that were ever given."""

    move: Move
    latest: int
    ever: int


def dry_run(questionnaire: Questionnaire, moves: Iterable[Move]) -> list[Touched]:
    """What each move would touch, in the scope that is open. One query; nothing is changed."""
    moves = list(moves)
    given = Answer.objects.filter(
        response__questionnaire_version__questionnaire=questionnaire, question_code__in=[move["from"] for move in moves]
    ).exclude(kind=AnswerKind.SKIPPED)
    counted = given.values("question_code").annotate(
        ever=Count("pk"), latest=Count("pk", filter=Q(response__is_latest=True))
    )
    found = {row["question_code"]: (row["latest"], row["ever"]) for row in counted.order_by()}
    return [Touched(move, *found.get(move["from"], (0, 0))) for move in moves]


def national_moves(questionnaire: Questionnaire) -> list[Move]:
    """What the nation declared in all its versions: what a council may want to say as well. One query."""
    rows = QuestionnaireVersion.objects.filter(questionnaire=questionnaire, council=None).order_by("number")
    return [move for moves in rows.values_list("moves", flat=True) for move in moves]


def steps_between(before: QuestionnaireVersion, after: QuestionnaireVersion) -> list[Sequence[Move]] | None:
    """The declared moves of every version after `before` up to `after`; None where no way leads there. One query.

    A council's first own version follows the nation's newest of that day.
    """
    if before.questionnaire_id != after.questionnaire_id or before.council_id not in (None, after.council_id):
        return None
    rows = QuestionnaireVersion.objects.filter(questionnaire_id=after.questionnaire_id)
    way = Q(council_id=after.council_id, number__lte=after.number)
    if before.council_id == after.council_id:
        if before.number > after.number:
            return None
        way &= Q(number__gt=before.number)
    else:
        first = rows.filter(council=after.council_id).order_by("number").values("published_at")[:1]
        way |= Q(council=None, number__gt=before.number, published_at__lte=Subquery(first))
    in_order = rows.filter(way).order_by(F("council").asc(nulls_first=True), "number")
    return list(in_order.values_list("moves", flat=True))


def moves_between(before: QuestionnaireVersion, after: QuestionnaireVersion) -> list[Move] | None:
    """What the answers to one version are in the terms of the other; None where that cannot be told."""
    steps = steps_between(before, after)
    return None if steps is None else chain(before.content, after.content, steps)


def moves_to(latest: QuestionnaireVersion, versions: Iterable[UUID]) -> dict[UUID, list[Move]]:
    """From each of the other versions; nothing from one that does not lead here. A query for all, and one for each."""
    others = set(versions) - {latest.pk}
    found = QuestionnaireVersion.objects.filter(pk__in=others) if others else ()
    return {version.pk: moves_between(version, latest) or [] for version in found}
