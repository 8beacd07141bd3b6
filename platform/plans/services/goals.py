"""Adding and changing goals. Their words belong to whoever wrote them, and to the young person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Goal, Plan
from leavingwell.platform.plans.services.fields import (
    check_version,
    checked_text,
    differing,
    domain_of,
    planned_day,
)
from leavingwell.platform.plans.whose_words import are_the_young_persons
from leavingwell.platform.problems import Message, not_allowed
from leavingwell.questionnaires.models import CheckIn

LONGEST_WORDS, LONGEST_CONTINGENCY = 500, 1000
NO_WORDS: Message = _("Write the goal in a few words.")
NOT_YOUR_WORDS: Message = _(
    "These words belong to the person who wrote them. Write a comment to say what you would change."
)


@dataclass(frozen=True)
class GoalChanges:
    """What to change of a goal; None leaves a part as it is, but for the day that `clears_day` takes away.

    An empty domain takes it out of its area.
    """

    words: str | None = None
    language: str | None = None
    domain: str | None = None
    contingency: str | None = None
    term: Goal.Term | None = None
    wanted_by: date | None = None
    clears_day: bool = False


def words_from(words: str) -> str:
    return checked_text(words, "words", longest=LONGEST_WORDS, empty=NO_WORDS)


def contingency_from(contingency: str) -> str:
    return checked_text(contingency, "contingency", longest=LONGEST_CONTINGENCY)


@transaction.atomic
def add_goal(
    plan: Plan,
    *,
    words: str,
    domain: str = "",
    contingency: str = "",
    term: Goal.Term = Goal.Term.SHORT,
    wanted_by: date | None = None,
    check_in: CheckIn | None = None,
    by: Person,
    language: str,
) -> Goal:
    """`check_in` is what it was made of.

    Raises INVALID without words, TOO_LARGE for too many, NOT_FOUND for an unknown domain.
    """
    goal = Goal.objects.create(
        plan=plan,
        check_in=check_in,
        words=words_from(words),
        domain=domain_of(domain),
        contingency=contingency_from(contingency),
        term=term,
        wanted_by=planned_day(wanted_by, "wantedBy"),
        language=language,
        added_by=by,
    )
    record("goal.added", goal, by=by, young_person_id=plan.young_person_id, changes={"words": [None, goal.words]})
    return goal


def may_change_words(goal: Goal, person: Person | None) -> bool:
    """Whether the words are this person's to change: they wrote them, or they are the young person."""
    return person is not None and person.pk in (goal.added_by_id, goal.plan.young_person.person_id)


def may_change_contingency(goal: Goal, person: Person | None) -> bool:
    """What happens if it does not work is the young person's to change where they wrote it; who works with them may
    write it where it is empty, and change what staff wrote.
    """
    return not are_the_young_persons(goal, "contingency", goal.added_by_id, person)


def state_of(goal: Goal) -> dict[str, Any]:
    return {
        "words": goal.words,
        "domain": goal.domain.code if goal.domain else None,
        "contingency": goal.contingency,
        "term": goal.term,
        "wanted_by": goal.wanted_by.isoformat() if goal.wanted_by else None,
        "state": goal.state,
        "finished_because": goal.finished_because,
    }


def locked(goal: Goal, expected_version: int | None, changes: GoalChanges | None = None) -> Goal:
    rows = Goal.objects.select_for_update(of=("self",)).select_related("plan__young_person", "domain")
    goal = rows.get(pk=goal.pk)
    check_version(goal.version, expected_version, differs_from(goal, changes) if changes else None)
    return goal


def differs_from(goal: Goal, changes: GoalChanges) -> dict[str, object]:
    """The input fields in which the goal says something else now, in the words that people read."""
    sent = {
        "words": changes.words,
        "contingency": changes.contingency,
        "wantedBy": changes.wanted_by,
        "term": Goal.Term(changes.term).label if changes.term else None,
        "domain": changes.domain,
    }
    now: dict[str, object] = {
        "words": goal.words,
        "contingency": goal.contingency,
        "wantedBy": goal.wanted_by,
        "term": Goal.Term(goal.term).label,
        "domain": goal.domain.code if goal.domain else "",
    }
    found = differing(sent, now)
    return found | ({"domain": goal.domain.title if goal.domain else ""} if "domain" in found else {})


def save_changes(goal: Goal, before: dict[str, Any], what: str, by: Person) -> Goal:
    goal.version += 1
    goal.save()
    changed = differences(before, state_of(goal))
    record(what, goal, by=by, young_person_id=goal.plan.young_person_id, changes=changed)
    return goal


def apply(goal: Goal, changes: GoalChanges, by: Person) -> None:
    if changes.words is not None and changes.words.strip() != goal.words:
        if not may_change_words(goal, by):
            raise not_allowed(NOT_YOUR_WORDS, "words")
        goal.words, goal.language = words_from(changes.words), changes.language or goal.language
    if changes.domain is not None:
        goal.domain = domain_of(changes.domain)
    if changes.contingency is not None and changes.contingency.strip() != goal.contingency:
        if not may_change_contingency(goal, by):
            raise not_allowed(NOT_YOUR_WORDS, "contingency")
        goal.contingency = contingency_from(changes.contingency)
    if changes.term is not None:
        goal.term = changes.term
    if changes.wanted_by is not None or changes.clears_day:
        goal.wanted_by = planned_day(changes.wanted_by, "wantedBy", goal.wanted_by)


@transaction.atomic
def update_goal(goal: Goal, changes: GoalChanges, *, by: Person, expected_version: int | None = None) -> Goal:
    """Changes what is given; the audit record keeps what was there before.

    Raises NOT_ALLOWED for words or a contingency that are somebody else's, STALE_VERSION when somebody else changed the
    goal after `expected_version`, INVALID, TOO_LARGE or NOT_FOUND.
    """
    goal = locked(goal, expected_version, changes)
    before = state_of(goal)
    apply(goal, changes, by)
    return save_changes(goal, before, "goal.changed", by)
