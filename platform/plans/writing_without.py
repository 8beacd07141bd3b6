"""When a plan may be written without the young person: after enough tries, in enough ways, over enough days."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leavingwell.platform.plans.last_part import last_part
from leavingwell.platform.plans.models import Attempt, Plan, PlanRules, Review
from leavingwell.platform.plans.models.rules import rules
from leavingwell.platform.problems import Problem, ProblemCode
from leavingwell.translations.days import with_year


@dataclass(frozen=True)
class Tries:
    """How far the tries of a review go. `attempts` and `ways` are still needed; `not_before` is the day from which the
    last of them counts, None when the days are enough or there is no try yet. `took_part_on` is the day on which the
    young person last took part in the review: only tries after it count.
    """

    made: int
    attempts: int
    ways: int
    not_before: date | None
    took_part_on: date | None = None

    @property
    def enough(self) -> bool:
        return not (self.attempts or self.ways or self.not_before)


def begun_on(review: Review) -> date:
    """The first day of the tries that belong to a review; the day after, where it is open again for who took part."""
    if review.reopened_at:
        return timezone.localdate(review.reopened_at) + timedelta(days=1)
    return review.started_on


def tries_since(plan: Plan, took_part_on: date | None) -> list[Attempt]:
    """Those of the latest review that did not reach them, from the day after they took part, oldest first.

    One query, unless attempts were fetched.
    """
    if plan.review is None:
        return []
    since = begun_on(plan.review)
    if took_part_on:
        since = max(since, took_part_on + timedelta(days=1))
    return sorted((one for one in plan.attempts.all() if not one.reached and one.on >= since), key=lambda one: one.on)


def tries_of(plan: Plan, set_up: PlanRules | None = None) -> Tries:
    """`set_up`: the rules of today, where they are at hand."""
    took_part_on = last_part(plan).took_part
    made, set_up = tries_since(plan, took_part_on), set_up or rules()
    ways = len({one.channel for one in made})
    not_before = None
    if made:
        day = made[0].on + timedelta(days=set_up.attempts_over_days)
        not_before = day if made[-1].on < day else None
    return Tries(
        made=len(made),
        attempts=max(0, set_up.attempts_needed - len(made)),
        ways=max(0, set_up.attempt_channels_needed - ways),
        not_before=not_before,
        took_part_on=took_part_on,
    )


def counts_from(tries: Tries) -> list[str]:
    """From when tries count, in a sentence, where the young person took part."""
    if tries.took_part_on is None:
        return []
    day = with_year(tries.took_part_on)
    return [_("They took part on %s, so only tries after that day count.") % day]


def missing(tries: Tries) -> list[Problem]:
    """Exactly what is still to be tried, one problem for each."""
    code = ProblemCode.WRONG_STATE
    found = []
    if tries.attempts:
        words = ngettext("%d more try is needed.", "%d more tries are needed.", tries.attempts) % tries.attempts
        found.append(Problem(code, " ".join([words, *counts_from(tries)]), "attempts"))
    if tries.ways:
        words = ngettext("Try at least %d other way.", "Try at least %d other ways.", tries.ways) % tries.ways
        found.append(Problem(code, words, "channels"))
    if tries.not_before:
        words = _("The last try must not be before %s.") % with_year(tries.not_before)
        found.append(Problem(code, words, "on"))
    return found
