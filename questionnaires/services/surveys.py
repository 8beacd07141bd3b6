"""Short surveys: a council composes one, sends it to a group, and closes it."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import Problem, ProblemCode, Problems, wrong_state
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Survey, SurveyInvitation
from leavingwell.questionnaires.services.publishing import latest_version
from leavingwell.questionnaires.survey_checks import SMALLEST_GROUP, question_faults

SOURCE_QUESTIONNAIRE = "outcomes"


def group_of(survey: Survey) -> QuerySet[YoungPerson]:
    """The young people whom the survey would be sent to today."""
    today, people = timezone.localdate(), YoungPerson.objects.all()
    if survey.team_id:
        people = people.filter(team=survey.team_id)
    if survey.age_from is not None:
        people = people.filter(date_of_birth__lte=years_before(today, survey.age_from))
    if survey.age_to is not None:
        people = people.filter(date_of_birth__gt=years_before(today, survey.age_to + 1))
    return people


def faults(survey: Survey, content: Content) -> list[Problem]:
    found = list(question_faults(survey.question_codes, content))
    if survey.age_from is not None and survey.age_to is not None and survey.age_from > survey.age_to:
        found.append(Problem(ProblemCode.INVALID, _("The first age is above the second."), "ageFrom"))
    if survey.closes_on < timezone.localdate():
        found.append(Problem(ProblemCode.INVALID, _("The last day to answer is over."), "closesOn"))
    return found


def current(survey: Survey, *states: Survey.State) -> Survey:
    """The survey, locked. Raises WRONG_STATE when it is in none of the states."""
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if locked.state not in states:
        raise wrong_state(_("This survey is %s.") % locked.get_state_display().lower())
    return locked


@transaction.atomic
def save_survey(survey: Survey, by: Person | None) -> Survey:
    """Keeps a draft. Raises `Problems` for what is wrong with it, WRONG_STATE once it was sent."""
    if not survey._state.adding:
        current(survey, Survey.State.DRAFT)
    if problems := faults(survey, Content(latest_version(SOURCE_QUESTIONNAIRE).content)):
        raise Problems(problems)
    survey.made_by = survey.made_by or by
    survey.save()
    record("survey.saved", survey, by=by, changes={"questions": [None, survey.question_codes]})
    return survey


def overlap_problems(survey: Survey, asked: set[Any]) -> list[Problem]:
    """Of two groups that differ by a few people and are asked the same, the totals would tell of these few."""
    earlier = Survey.objects.exclude(state=Survey.State.DRAFT).filter(question_codes__overlap=survey.question_codes)
    for other in earlier.prefetch_related("invitations"):
        before = {one.young_person_id for one in other.invitations.all()}
        if any(0 < len(few) < SMALLEST_GROUP for few in (asked - before, before - asked)):
            message = _(
                "“%s” asked nearly the same people one of these questions. Choose other questions or another group."
            )
            return [Problem(ProblemCode.INVALID, message % other.title, "questions")]
    return []


@transaction.atomic
def send_survey(survey: Survey, by: Person | None) -> Survey:
    """Asks everybody in the group, in the words that are published now.

    Raises WRONG_STATE when it was sent already, INVALID when the group is too small for totals or a question is no
    longer asked.
    """
    survey = current(survey, Survey.State.DRAFT)
    version = latest_version(SOURCE_QUESTIONNAIRE)
    problems = faults(survey, Content(version.content))
    asked = [SurveyInvitation(survey=survey, young_person=young_person) for young_person in group_of(survey)]
    if len(asked) < SMALLEST_GROUP:
        message = _("This group has fewer than %d young people: no totals could be told.") % SMALLEST_GROUP
        problems.append(Problem(ProblemCode.INVALID, message, "team"))
    if problems := problems or overlap_problems(survey, {one.young_person_id for one in asked}):
        raise Problems(problems)
    SurveyInvitation.objects.bulk_create(asked)
    survey.questionnaire_version, survey.state = version, Survey.State.SENT
    survey.sent_by, survey.sent_at = by, timezone.now()
    survey.save()
    record("survey.sent", survey, by=by)
    return survey


@transaction.atomic
def close_survey(survey: Survey, by: Person | None) -> Survey:
    """Nobody can answer any more; what was answered stays. Raises WRONG_STATE unless it was sent and is open."""
    survey = current(survey, Survey.State.SENT)
    survey.state = Survey.State.CLOSED
    survey.save(update_fields=["state"])
    record("survey.closed", survey, by=by)
    return survey


@transaction.atomic
def delete_draft(survey: Survey, by: Person | None) -> None:
    """Raises WRONG_STATE once it was sent."""
    survey = current(survey, Survey.State.DRAFT)
    record("survey.deleted", survey, by=by)
    survey.delete()


def open_invitations(young_person: YoungPerson) -> Any:
    """What the young person is asked and has neither answered nor refused, oldest first."""
    return (
        SurveyInvitation.objects.filter(
            young_person=young_person,
            answered_at=None,
            declined_at=None,
            survey__state=Survey.State.SENT,
            survey__closes_on__gte=timezone.localdate(),
        )
        .select_related("survey")
        .order_by("survey__sent_at")
    )
