"""A content becomes a version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problem, ProblemCode, Problems, not_allowed, wrong_state
from leavingwell.questionnaires import move_checks, publish_checks
from leavingwell.questionnaires.condition_checks import Fault
from leavingwell.questionnaires.freezing import Content, content_of, hash_of
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireVersion, Response
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.moving import Move
from leavingwell.questionnaires.services.publishing.versions import contents, has_changed, own_versions

NOTHING_ASKED: Content = {"domains": []}


@dataclass(frozen=True)
class About:
    """What a version says of itself: who was asked, say a young people's council, why, and what becomes of answers."""

    consulted: str = ""
    consulted_on: date | None = None
    note: str = ""
    moves: Sequence[Move] = ()
    checked_by: Person | None = None


def lock(questionnaire: Questionnaire) -> None:
    """One at a time: versions are numbered."""
    Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)


def hindrances(questionnaire: Questionnaire, content: Content, moves: Sequence[Move] = ()) -> list[Fault]:
    """Everything that stands in the way of publishing this content. One query."""
    earlier = contents(questionnaire)
    before = earlier[0] if earlier else NOTHING_ASKED
    return [*publish_checks.faults(content, earlier), *move_checks.faults(moves, before, content)]


def check(questionnaire: Questionnaire, content: Content, moves: Sequence[Move]) -> None:
    """Raises INVALID with a problem for each hindrance, WRONG_STATE when nothing changed since the last version."""
    if not has_changed(questionnaire, content):
        raise wrong_state(_("Nothing has changed since the last version."))
    if found := hindrances(questionnaire, content, moves):
        raise Problems(Problem(ProblemCode.INVALID, f"{one.question}: {one.message}".lstrip(": ")) for one in found)


def store(questionnaire: Questionnaire, content: Content, by: Person | None, about: About) -> QuestionnaireVersion:
    """Checked content as the next version. The questionnaire is locked."""
    newest = own_versions(questionnaire).values_list("number", flat=True).first()
    version = QuestionnaireVersion.objects.create(
        questionnaire=questionnaire,
        number=(newest or 0) + 1,
        content=content,
        content_hash=hash_of(content),
        moves=list(about.moves),
        consulted=about.consulted,
        consulted_on=about.consulted_on,
        note=about.note,
        checked_by=about.checked_by,
        published_by=by,
    )
    if scope.current():
        record("questionnaire.published", version, by=by, changes={"number": [version.number - 1, version.number]})
    ask_the_newest(version)
    return version


def ask_the_newest(version: QuestionnaireVersion) -> None:
    """Checklists that nobody has begun to answer are asked in the council's new words. A begun one keeps its own."""
    if not scope.current():
        return  # the nation writes no council's rows: a council's next review is asked in the nation's new words
    not_begun = Response.objects.filter(
        questionnaire_version__questionnaire=version.questionnaire, version=0, submitted_at=None
    )
    not_begun.update(questionnaire_version=version)


@transaction.atomic
def publish(questionnaire: Questionnaire, by: Person | None, about: About | None = None) -> QuestionnaireVersion:
    """Freezes the wording of the scope that is open, and publishes it at once.

    Raises INVALID for what hinders it, WRONG_STATE when nothing changed since the last version, NOT_ALLOWED where the
    council wants a second person to look first (`propose`).
    """
    if scope.current() and rules().second_person:
        raise not_allowed(_("A second person has to look at this before it is published."))
    about = about or About()
    lock(questionnaire)
    content = content_of(questionnaire)
    check(questionnaire, content, about.moves)
    return store(questionnaire, content, by, about)


def publish_if_changed(questionnaire: Questionnaire, by: Person | None) -> QuestionnaireVersion | None:
    if not has_changed(questionnaire, content_of(questionnaire)):
        return None
    return publish(questionnaire, by)
