"""Answering a short survey: once, by the young person alone; or saying no."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problem, ProblemCode, Problems, not_allowed, wrong_state
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind, Variant
from leavingwell.questionnaires.models import SurveyAnswer, SurveyInvitation
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.merging import merged
from leavingwell.questionnaires.services.value_checks import fault, value_faults
from leavingwell.translations.localised import council_chain


def locked(invitation: SurveyInvitation, by: Person) -> SurveyInvitation:
    """Raises NOT_ALLOWED for anybody else, WRONG_STATE when it is answered, refused or closed."""
    found = (
        SurveyInvitation.objects.select_for_update(of=("self",))
        .select_related("survey__questionnaire_version", "young_person")
        .get(pk=invitation.pk)
    )
    if found.young_person.person_id != by.pk:
        raise not_allowed(_("Only the young person can answer a survey."))
    if found.answered_at or found.declined_at:
        raise wrong_state(_("You have dealt with this survey. Thank you."))
    if not found.survey.is_open:
        raise wrong_state(_("This survey is closed."))
    return found


def faults(given: Sequence[GivenAnswer], asked: Sequence[str], content: Content) -> list[Problem]:
    found: list[Problem] = []
    seen: set[str] = set()
    for place, one in enumerate(given):
        if one.question not in asked:
            found.append(fault(place, "question", ProblemCode.NOT_FOUND, _("There is no such question here.")))
            continue
        if one.question in seen:
            found.append(fault(place, "question", ProblemCode.INVALID, _("This question is there twice.")))
        seen.add(one.question)
        if one.comment or one.worker_note or one.wants_help:
            message = _("A survey has no room for words: nobody reads its answers one by one.")
            found.append(fault(place, "comment", ProblemCode.INVALID, message))
        found += value_faults(place, one, content)
    if not given:
        found.append(Problem(ProblemCode.INVALID, _("Answer at least one question first."), "answers"))
    return found


def survey_answer(
    invitation: SurveyInvitation, given: GivenAnswer, content: Content, language: str, variant: Variant
) -> SurveyAnswer:
    kind, value = merged(given, None)
    languages = council_chain(language, invitation.council)
    shown = content.text(content.question(given.question), "text", variant, language, languages)
    return SurveyAnswer(
        invitation=invitation,
        question_code=given.question,
        kind=kind,
        choice=value["choice"],
        choices=list(value["choices"]),
        language=language,
        variant=variant,
        shown_text=shown.value,
    )


@transaction.atomic
def answer_survey(
    invitation: SurveyInvitation,
    given: Sequence[GivenAnswer],
    *,
    by: Person,
    language: str,
    variant: Variant = Variant.STANDARD,
) -> SurveyInvitation:
    """Keeps the answers, and skips what was left out. Raises `Problems`; then nothing is kept."""
    invitation = locked(invitation, by)
    version: Any = invitation.survey.questionnaire_version
    content, asked = Content(version.content), invitation.survey.question_codes
    if problems := faults(given, asked, content):
        raise Problems(problems)
    said = {one.question for one in given}
    every = [*given, *(GivenAnswer(code, kind=AnswerKind.SKIPPED) for code in asked if code not in said)]
    SurveyAnswer.objects.bulk_create([survey_answer(invitation, one, content, language, variant) for one in every])
    return closed(invitation, "answered_at", by)


@transaction.atomic
def decline_survey(invitation: SurveyInvitation, *, by: Person) -> SurveyInvitation:
    """No, thanks. Nobody else is told."""
    return closed(locked(invitation, by), "declined_at", by)


def closed(invitation: SurveyInvitation, field: str, by: Person) -> SurveyInvitation:
    """The record says that the survey was dealt with, and not how: saying no is nobody's business."""
    setattr(invitation, field, timezone.now())
    invitation.save(update_fields=[field])
    record("survey.dealt_with", invitation, by=by, young_person_id=invitation.young_person_id)
    return invitation
