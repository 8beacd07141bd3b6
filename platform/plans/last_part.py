"""When a young person last took part in the latest review: with an answer, a check-in, something of their own on the
plan, or a talk that came about.

A check-in for themselves alone tells nobody anything. An answer that somebody wrote over was given all the same.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Greatest, TruncDate

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.plans.models import Attempt, Contact, Plan
from leavingwell.questionnaires.models import Answer, AnswerRevision, CheckIn

TOOK_PART, TRIED = "last_took_part", "last_tried"  # annotations of a plan
OWNER, BEGUN = OuterRef("young_person__person"), OuterRef("review__started_on")
# What they do on the plan by themselves. Answers, check-ins and their part of a review are noticed where they come in.
OF_THEIR_OWN = (
    "action.added",
    "action.changed",
    "action.done",
    "comment.added",
    "goal.added",
    "goal.changed",
    "goal.dropped",
    "goal.reached",
    "goal.reopened",
    "home.views",
)
Expression = Any


@dataclass(frozen=True)
class LastPart:
    """`took_part` is the day on which they last did, `tried` that of the latest try that did not reach them."""

    took_part: date | None
    tried: date | None

    @property
    def is_news(self) -> bool:
        """Whether they took part and nobody has tried in vain since."""
        return self.took_part is not None and (self.tried is None or self.tried <= self.took_part)


def latest(rows: Any, group: str, moment: str) -> Expression:
    return Subquery(rows.order_by().values(group).annotate(last=Max(moment)).values("last"))


def took_part() -> Expression:
    """The day, for plans in their own query."""
    checklist = OuterRef("review__response")
    answers = Answer.objects.filter(response=checklist, answered_by=OWNER)
    before = AnswerRevision.objects.filter(answer__response=checklist, answered_by=OWNER)
    check_ins = CheckIn.objects.filter(young_person=OuterRef("young_person"), sent_at__date__gte=BEGUN)
    shared = check_ins.exclude(shared_with=CheckIn.SharedWith.ONLY_ME)
    reached = Attempt.objects.filter(plan=OuterRef("pk"), reached=True, on__gte=BEGUN)
    talks = Contact.objects.filter(young_person=OuterRef("young_person"), reached=True, on__gte=BEGUN)
    deeds = AuditEntry.objects.filter(young_person_id=OuterRef("young_person_id"), actor_id=OWNER)
    own = deeds.filter(action__in=OF_THEIR_OWN, at__date__gte=BEGUN)
    return Greatest(
        TruncDate(latest(answers, "response", "answered_at")),
        TruncDate(latest(before, "answer__response", "answered_at")),
        TruncDate(latest(shared, "young_person", "sent_at")),
        TruncDate(latest(own, "young_person_id", "at")),
        latest(reached, "plan", "on"),
        latest(talks, "young_person", "on"),
    )


def tried() -> Expression:
    """The day of the latest try in vain, for plans in their own query."""
    return latest(Attempt.objects.filter(plan=OuterRef("pk"), reached=False, on__gte=BEGUN), "plan", "on")


def last_part(plan: Plan) -> LastPart:
    """From the annotations where they are there, else by one query."""
    if hasattr(plan, TOOK_PART) and hasattr(plan, TRIED):
        return LastPart(getattr(plan, TOOK_PART), getattr(plan, TRIED))
    rows = Plan.objects.filter(pk=plan.pk).annotate(**{TOOK_PART: took_part(), TRIED: tried()})
    found = rows.values_list(TOOK_PART, TRIED).first()
    return LastPart(*found) if found else LastPart(None, None)
