"""Publishing a questionnaire: its present wording becomes an immutable version."""

from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, not_found, wrong_state
from leavingwell.questionnaires.freezing import content_of, hash_of
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireVersion, Response
from leavingwell.translations.languages import SOURCE


def latest_version(code: str) -> QuestionnaireVersion:
    """The council's newest version, or the nation's while it has published none. Raises NOT_FOUND."""
    own_first = F("council").asc(nulls_last=True)
    own = Q(council=None) | Q(council=scope.current() or None)  # the nation sees every council's, and is none of them
    version = (
        QuestionnaireVersion.objects.select_related("questionnaire")
        .filter(own, questionnaire__code=code)
        .order_by(own_first, "-number")
        .first()
    )
    if version is None:
        raise not_found("code")
    return version


def own_versions(questionnaire: Questionnaire) -> Any:
    council = scope.current() or None
    return QuestionnaireVersion.objects.filter(questionnaire=questionnaire, council=council).order_by("-number")


def questions_without_text(content: dict[str, Any]) -> list[str]:
    return [
        question["code"]
        for domain in content["domains"]
        for question in domain["questions"]
        if not question["texts"].get("standard", {}).get("text", {}).get(SOURCE)
    ]


def store(questionnaire: Questionnaire, content: dict[str, Any], by: Person | None) -> QuestionnaireVersion:
    newest = own_versions(questionnaire).first()
    version = QuestionnaireVersion.objects.create(
        questionnaire=questionnaire,
        number=newest.number + 1 if newest else 1,
        content=content,
        content_hash=hash_of(content),
        published_by=by,
    )
    if scope.current():
        record("questionnaire.published", version, by=by, changes={"number": [version.number - 1, version.number]})
    return version


@transaction.atomic
def publish(questionnaire: Questionnaire, by: Person | None) -> QuestionnaireVersion:
    """Freezes the wording of the scope that is open.

    Raises INVALID when a question has no English text, WRONG_STATE when nothing changed since the last version.
    """
    Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)  # one at a time: versions are numbered
    content = content_of(questionnaire)
    if empty := questions_without_text(content):
        raise invalid(_("These questions have no English text: %s.") % ", ".join(empty))
    if not has_changed(questionnaire, content):
        raise wrong_state(_("Nothing has changed since the last version."))
    version = store(questionnaire, content, by)
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


def has_changed(questionnaire: Questionnaire, content: dict[str, Any]) -> bool:
    newest = own_versions(questionnaire).first()
    return newest is None or newest.content_hash != hash_of(content)


def publish_if_changed(questionnaire: Questionnaire, by: Person | None) -> QuestionnaireVersion | None:
    if not has_changed(questionnaire, content_of(questionnaire)):
        return None
    return publish(questionnaire, by)
