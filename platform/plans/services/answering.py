"""Answers on a plan: saved, and "I want help with this" put on the to-do list as a draft."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Action, Plan
from leavingwell.platform.plans.services.actions import set_owners
from leavingwell.platform.plans.services.contacts import touched
from leavingwell.platform.plans.services.telling import tell_after
from leavingwell.platform.problems import invalid, wrong_state
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import Channel, Variant
from leavingwell.questionnaires.models import Answer, Domain, Response
from leavingwell.questionnaires.services.answering import GivenAnswer, Sitting, save_answers
from leavingwell.translations.localised import chain

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
    """Saves the answers of a plan's open review. Raises `Problems`, WRONG_STATE when the plan waits for sign-off."""
    if plan.review is None or plan.review.response_id != response.pk or not plan.review.is_open:
        raise wrong_state(_("This checklist is not open. Ask for a review to answer again."))
    response = save_answers(response, given, sitting, expected_version)
    asked = [one.question for one in given if one.wants_help is not None]
    if asked:
        draft_wanted_help(plan, response, asked, sitting)
    tell_after(response, [one.question for one in given], plan.young_person, by=sitting.typed_by)
    if sitting.channel in IN_TOUCH:
        touched(plan.young_person, timezone.localdate())
    return response


def draft_wanted_help(plan: Plan, response: Response, questions: list[str], sitting: Sitting) -> None:
    content = Content(response.questionnaire_version.content)
    domains = {domain.code: domain for domain in Domain.objects.all()}
    waiting = {
        action.question_code: action
        for action in plan.actions.filter(status=Action.Status.DRAFT, question_code__in=questions)
    }
    for answer in response.answers.filter(question_code__in=questions):
        draft = waiting.get(answer.question_code)
        if answer.wants_help and draft is None:
            add_draft(plan, answer, content, domains[content.domain_codes[answer.question_code]], sitting)
        elif not answer.wants_help and draft is not None:
            draft.status = Action.Status.DROPPED
            draft.save(update_fields=["status"])


def add_draft(plan: Plan, answer: Answer, content: Content, domain: Domain, sitting: Sitting) -> Action:
    question = content.question(answer.question_code)
    languages = chain(sitting.language, plan.young_person.council.default_language)  # as the question was shown
    shown = content.text(question, "text", sitting.variant, sitting.language, languages)
    draft = Action.objects.create(
        plan=plan,
        domain=domain,
        question_code=answer.question_code,
        title=shown.value,
        language=shown.language,
        status=Action.Status.DRAFT,
        added_by=sitting.answered_by,
    )
    allocation = plan.young_person.allocations.filter(ends_on=None).select_related("worker").first()
    set_owners(draft, [allocation.worker] if allocation else [plan.young_person.person])
    return draft
