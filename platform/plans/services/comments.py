"""Comments: words that stay as they were written."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Comment, Plan
from leavingwell.platform.plans.models.comment import WHAT_MATTERS
from leavingwell.platform.plans.services.fields import checked_text, domain_of
from leavingwell.platform.problems import not_allowed

LONGEST = 4000


@transaction.atomic
def add_comment(plan: Plan, *, body: str, by: Person, language: str, part: str = "") -> Comment:
    """Raises INVALID for no words, TOO_LARGE, NOT_FOUND for an unknown part, NOT_ALLOWED for another's own words."""
    if part == WHAT_MATTERS and by.pk != plan.young_person.person_id:
        raise not_allowed(_("Only the young person can say what matters to them."), "part")
    if part and part != WHAT_MATTERS:
        domain_of(part, "part")
    comment = Comment.objects.create(
        plan=plan,
        part=part,
        body=checked_text(body, "body", longest=LONGEST, empty=_("Write something first.")),
        language=language,
        author=by,
    )
    record("comment.added", comment, by=by, young_person_id=plan.young_person_id)
    return comment
