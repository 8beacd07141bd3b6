"""What a council's young people say, counted by the database and told with small numbers hidden."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.utils import timezone

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.relations import CASE_TEAM
from leavingwell.platform.insight.age_bands import AgeBand, band_of
from leavingwell.platform.insight.moved_counts import counted, moved_on
from leavingwell.platform.insight.suppression import ALL, SMALLEST_SHOWN, Cell
from leavingwell.platform.insight.tables import AnswerTable, Said, Slice, Table, Told
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models.rules import rules
from leavingwell.questionnaires.models import Answer, QuestionnaireVersion
from leavingwell.questionnaires.services.publishing import latest_version

CURRENT, NOT_CURRENT = "current", "not current"
Given = Counter[tuple[Said, Cell]]


@dataclass(frozen=True)
class QuestionTotals:
    question: dict[str, Any]
    total: Told
    counts: tuple[tuple[dict[str, Any], Told], ...]
    wants_help: Told


@dataclass(frozen=True)
class PlanTotals:
    eligible: int | None
    current: int | None
    percent: int | None
    target: int


@dataclass(frozen=True)
class Totals:
    people: int | None
    plans: PlanTotals
    questions: tuple[QuestionTotals, ...]


def people_seen(viewer: Person, part: Slice) -> QuerySet[YoungPerson]:
    """Everybody in the council; for the case team, their own young people alone."""
    people: QuerySet[YoungPerson] = YoungPerson.objects.all()
    if part.is_case_team and viewer.user:
        people = people.filter(pk__in=related_to(viewer.user, CASE_TEAM))
    return people


def slice_for(viewer: Person, band: AgeBand | None, team: UUID | None) -> Slice:
    """Whom the viewer counts.

    A personal adviser counts their own young people, a manager with a team of theirs that team: both see true numbers.
    """
    managed = frozenset(viewer.teams_managed.values_list("pk", flat=True))
    return Slice(band, team, viewer.role == Role.PERSONAL_ADVISER or team in managed, managed)


def answer_tables(
    people: QuerySet[YoungPerson], latest: QuestionnaireVersion, codes: list[str], part: Slice, day: date
) -> tuple[dict[str, Given], dict[str, Table]]:
    """Two maps by question code: what was said, and wanted help. One query, and two more for older versions."""
    found = (
        Answer.objects.filter(response__is_latest=True, response__young_person__in=people)
        .filter(Q(question_code__in=codes) | ~Q(response__questionnaire_version=latest))
        .filter(response__questionnaire_version__questionnaire=latest.questionnaire_id)
        .values("question_code", "kind", "choice", "choices", team=F("response__young_person__team"))
        .annotate(version=F("response__questionnaire_version"))
        .annotate(band=band_of("response__young_person__date_of_birth", day))
        .annotate(number=Count("pk"), wanted=Count("pk", filter=Q(wants_help=True)))
        .order_by()
    )
    given: dict[str, Given] = defaultdict(Counter)
    wanted: dict[str, Counter[Cell]] = defaultdict(Counter)
    for row in moved_on((counted(row, (row["band"], row["team"])) for row in found), latest):
        if row.is_answer:
            given[row.code][row.said, row.place] += row.number
        wanted[row.code]["wants help", *row.place] += row.wanted
    return given, {code: Table(wanted[code], part) for code in codes}


def plan_table(people: QuerySet[YoungPerson], part: Slice, day: date) -> Table:
    status = Case(
        When(plan__current_until__gte=day, then=Value(CURRENT)), default=Value(NOT_CURRENT), output_field=CharField()
    )
    found = (
        people.annotate(status=status, band=band_of("date_of_birth", day))
        .values("status", "band", "team")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return Table({(row["status"], row["band"], row["team"]): row["number"] for row in found}, part)


def plan_totals(table: Table, part: Slice) -> PlanTotals:
    eligible, current = table.at(ALL), table.at(CURRENT)
    percent = None
    enough = eligible.count is not None and (part.is_case_team or eligible.count >= SMALLEST_SHOWN)
    if enough and eligible.count and current.count is not None:
        percent = round(100 * current.count / eligible.count)
    return PlanTotals(eligible.count, current.count, percent, rules().completion_target)


def question_totals(question: dict[str, Any], given: AnswerTable, wanted: Table) -> QuestionTotals:
    counts = tuple((choice, given.at(choice["code"])) for choice in question["choices"])
    return QuestionTotals(question, given.total(), counts, wanted.at("wants help"))


def totals(
    viewer: Person, *, domain: str | None = None, band: AgeBand | None = None, team: UUID | None = None
) -> Totals:
    """The council's totals now. The same numbers are hidden whichever way they are asked for. Constant queries."""
    day, part = timezone.localdate(), slice_for(viewer, band, team)
    people = people_seen(viewer, part)
    plans = plan_table(people, part, day)
    latest = latest_version("outcomes")
    questions = questions_of(latest, domain)
    given, wanted = answer_tables(people, latest, [question["code"] for question in questions], part, day)
    return Totals(
        people=plans.at(ALL).count,
        plans=plan_totals(plans, part),
        questions=tuple(
            question_totals(one, AnswerTable(one, given[one["code"]], part), wanted[one["code"]]) for one in questions
        ),
    )


def questions_of(version: QuestionnaireVersion, domain: str | None) -> list[dict[str, Any]]:
    """Those of one domain, or of all."""
    domains = [one for one in version.content["domains"] if domain in (None, one["code"])]
    return [question for one in domains for question in one["questions"]]
