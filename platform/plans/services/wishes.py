"""Wishes for help ("I want help with this"): drafts on the to-do list, until the worker turns one into an action."""

from collections.abc import Sequence

from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Plan
from leavingwell.platform.plans.services.actions import set_owners
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Answer, Domain, Response
from leavingwell.translations.localised import council_chain


def all_domains() -> dict[str, Domain]:
    return {domain.code: domain for domain in Domain.objects.all()}


def draft_wanted_help(plan: Plan, response: Response, questions: Sequence[str], by: Person) -> None:
    """Makes a draft for each new wish among the answers to these questions, and drops those that were taken back."""
    content, domains = Content(response.questionnaire_version.content), all_domains()
    waiting = {
        action.question_code: action
        for action in plan.actions.filter(status=Action.Status.DRAFT, question_code__in=questions)
    }
    for answer in response.answers.filter(question_code__in=questions):
        draft = waiting.get(answer.question_code)
        if answer.wants_help and draft is None:
            add_draft(plan, answer, content, domains[content.domain_codes[answer.question_code]], by)
        elif not answer.wants_help and draft is not None:
            draft.status = Action.Status.DROPPED
            draft.save(update_fields=["status"])


def carry_over_wishes(plan: Plan, response: Response) -> None:
    """Makes drafts of the wishes of an earlier checklist that never came onto the to-do list."""
    content, domains = Content(response.questionnaire_version.content), all_domains()
    listed = set(plan.actions.values_list("question_code", flat=True))
    for answer in response.answers.select_related("answered_by").filter(wants_help=True):
        if answer.question_code not in listed and content.has(answer.question_code):
            domain = domains[content.domain_codes[answer.question_code]]
            add_draft(plan, answer, content, domain, answer.answered_by)


def add_draft(plan: Plan, answer: Answer, content: Content, domain: Domain, by: Person) -> Action:
    question = content.question(answer.question_code)
    languages = council_chain(answer.language, plan.young_person.council)  # as the question was shown
    shown = content.text(question, "text", answer.variant, answer.language, languages)
    draft = Action.objects.create(
        plan=plan,
        domain=domain,
        question_code=answer.question_code,
        title=shown.value,
        language=shown.language,
        status=Action.Status.DRAFT,
        added_by=by,
    )
    allocation = plan.young_person.allocations.filter(ends_on=None).select_related("worker").first()
    set_owners(draft, [allocation.worker] if allocation else [plan.young_person.person])
    return draft
