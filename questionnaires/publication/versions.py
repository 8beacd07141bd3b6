"""The published versions that the scope which is open can read: its council's own, and the nation's. None ever goes."""

from django.db import connection
from django.db.models import F

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.models import QuestionnaireVersion
from leavingwell.questionnaires.models.version_key import remembered
from leavingwell.questionnaires.services.publishing.versions import Versions, published_here

# Versions only ever come, so that their number tells; the newest's id tells two databases apart.
STATE = """
    SELECT count(*), max(id::text),
      (SELECT ARRAY[going_well, growing] FROM questionnaires_questionnairerules WHERE council_id = %(council)s)
    FROM questionnaires_questionnaireversion WHERE council_id = %(council)s OR council_id IS NULL
"""
OWN_FIRST = F("council").asc(nulls_last=True)


def readable() -> Versions:
    return QuestionnaireVersion.objects.filter(published_here())


def newest_of_each() -> Versions:
    """The version of each questionnaire that is asked now: the council's, or the nation's while it has none."""
    in_order = readable().order_by("questionnaire__code", OWN_FIRST, "-number")
    return in_order.distinct("questionnaire__code")


def asked_now(code: str | None = None) -> list[QuestionnaireVersion]:
    """The same with their content, of one code or of all: only what is new to this process is fetched."""
    found = newest_of_each() if code is None else newest_of_each().filter(questionnaire__code=code)
    return [remembered(key) for key in found.values_list("pk", flat=True)]


def of_hash(code: str, content_hash: str) -> Versions:
    """Versions with the same content, the first of them first: it stays so for ever."""
    return readable().filter(questionnaire__code=code, content_hash=content_hash).order_by("published_at", "pk")


def published_as(code: str, number: int | None, content_hash: str | None) -> Versions:
    """Those of a number, a hash or both, the council's own first. Of neither there is none."""
    if content_hash is not None:
        found = of_hash(code, content_hash)
        return found if number is None else found.filter(number=number)
    if number is None:
        return readable().none()
    return readable().filter(questionnaire__code=code, number=number).order_by(OWN_FIRST)


def state_of_publication() -> str:
    """Another text as soon as anything is published or the bands change. Quick, as every kept answer asks for it."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, {"council": scope.current()})
        return repr(cursor.fetchone())
