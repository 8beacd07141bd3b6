"""Answers on a plan: saved, and "I want help with this" put on the to-do list as a draft."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.services.contacts import touched
from leavingwell.platform.plans.services.reopening import young_person_took_part
from leavingwell.platform.plans.services.telling import tell_after
from leavingwell.platform.plans.services.wishes import draft_wanted_help
from leavingwell.platform.problems import invalid, wrong_state
from leavingwell.questionnaires.kinds import Channel, Variant
from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.services.answering import GivenAnswer, Sitting, save_answers

IN_TOUCH = (Channel.TOGETHER, Channel.PHONE)


def sitting_of(
    young_person: YoungPerson,
    typed_by: Person,
    *,
    channel: Channel | None,
    language: str,
    variant: Variant = Variant.STANDARD,
    with_interpreter: bool = False,
) -> Sitting:
    """Who answers and who types. A young person answers alone; a worker never does. Raises INVALID."""
    owner = young_person.person
    alone = typed_by.pk == owner.pk
    channel = channel or (Channel.ALONE if alone else Channel.TOGETHER)
    if alone != (channel == Channel.ALONE):
        raise invalid(_("Say how you did this: alone is only for the young person."), "channel")
    answered_by = typed_by if channel == Channel.WITHOUT else owner
    return Sitting(answered_by, typed_by, channel, language, variant, with_interpreter)


@transaction.atomic
def record_answers(
    plan: Plan, response: Response, given: Sequence[GivenAnswer], sitting: Sitting, expected_version: int | None = None
) -> Response:
    """Saves the answers of a plan's open review. Raises `Problems`, WRONG_STATE when the plan waits for sign-off.

    A plan that was written without the young person is theirs to work on again with their first answer.
    """
    if sitting.answered_by.pk == plan.young_person.person_id:
        young_person_took_part(plan, by=sitting.typed_by)
    if plan.review is None or plan.review.response_id != response.pk or not plan.review.is_open:
        raise wrong_state(_("This checklist is not open. Ask for a review to answer again."))
    response = save_answers(response, given, sitting, expected_version)
    asked = [one.question for one in given if one.wants_help is not None]
    if asked:
        draft_wanted_help(plan, response, asked, sitting.answered_by)
    tell_after(response, [one.question for one in given], plan.young_person, by=sitting.typed_by)
    if sitting.channel in IN_TOUCH:
        touched(plan.young_person, timezone.localdate())
    return response
