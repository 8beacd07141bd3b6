"""The checklists that are counted over time, each with its answers in the terms of the newest version."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from leavingwell.platform.insight.age_bands import band_of
from leavingwell.platform.insight.periods import Period, in_each, period_at
from leavingwell.platform.insight.suppression import Cell
from leavingwell.platform.people.models import YoungPerson
from leavingwell.questionnaires.conditions import questions_in
from leavingwell.questionnaires.models import Answer, QuestionnaireVersion, Response
from leavingwell.questionnaires.moving import UNSAID, moved
from leavingwell.questionnaires.scoring import Answers
from leavingwell.questionnaires.services.moving import moves_to
from leavingwell.questionnaires.values import FIELDS

BORN = "young_person__date_of_birth"
Row = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """`period` is the half-year in which it counts, empty for none; `is_latest`: it counts now.

    `then` and `now` are its places: the age band at the end of the half-year or today, and the team.
    """

    period: str
    is_latest: bool
    then: Cell
    now: Cell
    answers: Answers


def content_of(version: QuestionnaireVersion, domain: str) -> dict[str, Any]:
    """The one domain, and of the others the questions on which its conditions hang."""
    every = {one["code"]: one for part in version.content["domains"] for one in part["questions"]}
    wanted = [one["code"] for part in version.content["domains"] if part["code"] == domain for one in part["questions"]]
    for code in wanted:  # grows while it is read
        wanted += [one for one in questions_in(every[code].get("show_when")) if one not in wanted]
    parts = (
        {**part, "questions": [one for one in part["questions"] if one["code"] in wanted]}
        for part in version.content["domains"]
    )
    return {"domains": [part for part in parts if part["questions"]]}


def responses(people: QuerySet[YoungPerson], periods: Sequence[Period], today: date) -> Iterable[Row]:
    """Those that count now, and those that were finished in one of the half-years: the newest first."""
    finished = Q(submitted_at__date__gte=periods[0].starts_on, submitted_at__date__lte=periods[-1].ends_on)
    found: Any = (
        Response.objects.filter(Q(is_latest=True) | finished, young_person__in=people)
        .annotate(period=period_at("submitted_at", periods), band_now=band_of(BORN, today))
        .annotate(band_then=in_each(periods, lambda one: band_of(BORN, one.ends_on)))
        .order_by(F("submitted_at").desc(nulls_last=True), "-pk")
        .values(
            "pk", "young_person", "period", "is_latest", "band_now", "band_then",
            "questionnaire_version", team=F("young_person__team"),
        )
    )  # fmt: skip
    rows: Iterable[Row] = found
    return rows


def last_of_each_half_year(rows: Iterable[Row]) -> Iterator[Row]:
    """In each half-year the last that each young person finished; another is left out, or counts now alone."""
    seen: set[tuple[UUID, str]] = set()
    for row in rows:
        key = (row["young_person"], row["period"])
        period = "" if key in seen else row["period"]
        seen.add(key)
        if period or row["is_latest"]:
            yield {**row, "period": period}


def sheets(
    people: QuerySet[YoungPerson],
    latest: QuestionnaireVersion,
    codes: Collection[str],
    periods: Sequence[Period],
    today: date,
) -> Iterator[Sheet]:
    """Two queries; with older versions one more, and one for each of them."""
    rows = list(last_of_each_half_year(responses(people, periods, today)))
    every = moves_to(latest, {row["questionnaire_version"] for row in rows})
    ways = {pk: [move for move in moves if not set(codes).isdisjoint(move["to"])] for pk, moves in every.items()}
    asked = {*codes, *(move["from"] for moves in ways.values() for move in moves)}
    given: dict[UUID, dict[str, tuple[str, Any]]] = {row["pk"]: {} for row in rows}
    for response, code, kind, *values in Answer.objects.filter(
        response__in=list(given), question_code__in=asked
    ).values_list("response", "question_code", "kind", *FIELDS):
        given[response][code] = (kind, next((value for value in values if value not in UNSAID), None))
    for row in rows:
        answers, way = given[row["pk"]], ways.get(row["questionnaire_version"])
        yield Sheet(
            row["period"],
            row["is_latest"],
            (row["band_then"], row["team"]),
            (row["band_now"], row["team"]),
            answers if way is None else moved(answers, way),
        )
