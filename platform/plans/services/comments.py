"""Comments: words that stay as they were written, alone or in answer to others."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Comment, Goal, Plan
from leavingwell.platform.plans.models.comment import WHAT_MATTERS
from leavingwell.platform.plans.services.fields import checked_text, domain_of
from leavingwell.platform.plans.services.telling_of_words import tell_of
from leavingwell.platform.problems import Message, invalid, not_allowed, not_found

LONGEST = 4000
Audience, Kind = Comment.Audience, Comment.Kind
OTHER_READERS: Message = _("An answer is read by those who read the first words.")
ONE_THING: Message = _("Words are about one thing: a goal, something on the list, or a part of the plan.")


@dataclass(frozen=True)
class About:
    """What words are about: a part (a domain code, `what_matters`, or empty), one goal, or one action."""

    part: str = ""
    goal: Goal | None = None
    action: Action | None = None

    @property
    def stored_part(self) -> str:
        """The area of a goal or action, so that supporters of some areas see no others."""
        row = self.goal or self.action
        return self.part if row is None else (row.domain.code if row.domain else "")


def check_about(plan: Plan, about: About, by: Person) -> None:
    if sum(map(bool, (about.part, about.goal, about.action))) > 1:
        raise invalid(ONE_THING, "part")
    for row, field in ((about.goal, "goalId"), (about.action, "actionId")):
        if row and row.plan_id != plan.pk:
            raise not_found(field)
    if about.part == WHAT_MATTERS and by.pk != plan.young_person.person_id:
        raise not_allowed(_("Only the young person can say what matters to them."), "part")
    if about.part and about.part != WHAT_MATTERS:
        domain_of(about.part, "part")


def check_answer(
    plan: Plan, first: Comment, about: About, kind: Comment.Kind, audience: Comment.Audience | None
) -> None:
    if first.plan_id != plan.pk:
        raise not_found("inAnswerTo")
    if about != About() or kind != Kind.COMMENT:
        raise invalid(_("An answer is about what the first words are about."), "inAnswerTo")
    if audience not in (None, first.audience):
        raise invalid(OTHER_READERS, "audience")


@transaction.atomic
def add_comment(
    plan: Plan,
    *,
    body: str,
    by: Person,
    language: str,
    part: str = "",
    goal: Goal | None = None,
    action: Action | None = None,
    in_answer_to: Comment | None = None,
    audience: Comment.Audience | None = None,
    kind: Comment.Kind = Kind.COMMENT,
) -> Comment:
    """Adds words and tells those whom they are for. Without an audience: everybody who works on the plan.

    An answer joins the thread of what it answers and has its part and audience. Raises INVALID for no words or for
    another audience than the thread's, TOO_LARGE, NOT_FOUND for what is not of this plan, NOT_ALLOWED for another's own
    words.
    """
    about, first = About(part, goal, action), in_answer_to and (in_answer_to.answers or in_answer_to)
    if first:
        check_answer(plan, first, about, kind, audience)
    else:
        check_about(plan, about, by)
    comment = Comment.objects.create(
        plan=plan,
        part=first.part if first else about.stored_part,
        goal=first.goal if first else goal,
        action=first.action if first else action,
        answers=first,
        audience=first.audience if first else (audience or Audience.TEAM),
        kind=kind,
        body=checked_text(body, "body", longest=LONGEST, empty=_("Write something first.")),
        language=language,
        author=by,
    )
    record("comment.added", comment, by=by, young_person_id=plan.young_person_id)
    tell_of(comment, plan.young_person)
    return comment
