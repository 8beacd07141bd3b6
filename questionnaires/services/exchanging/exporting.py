"""Writing a whole questionnaire as one file."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import wrong_state
from leavingwell.questionnaires.exchange.document import Document, completed, document_of, media_names
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Indicator, QuestionMedia, Questionnaire
from leavingwell.questionnaires.ownership import in_this_scope, own_over_national
from leavingwell.questionnaires.services.publishing import latest_version

DRAFT, PUBLISHED = "draft", "published"
NATION: dict[str, Any] = {"council": None, "name": "National"}
FILE_IS_GONE = _("A picture or a recording cannot be read at the moment. Try again later.")


def origin() -> dict[str, Any]:
    """Whose questionnaire is exported in the scope that is open."""
    if not scope.current():
        return NATION
    council = Council.objects.get(pk=scope.current_council_id())
    return {"council": council.slug, "name": council.name}


def adopted_codes() -> dict[str, str]:
    rows = in_this_scope(Indicator.objects.exclude(adopted_from="").order_by("code"))
    return {row.code: row.adopted_from for row in rows}


def media_bytes(names: Iterable[str]) -> dict[str, bytes]:
    """Raises WRONG_STATE where the storage does not give a file."""
    rows = own_over_national(QuestionMedia.objects.filter(name__in=set(names)), lambda row: row.name)
    try:
        return {name: row.read() for name, row in rows.items()}
    except OSError:
        raise wrong_state(FILE_IS_GONE) from None


def exported(questionnaire: Questionnaire, which: str, by: Person | None) -> Document:
    """The present draft, or what young people read now. Constant queries. On record in a council.

    Raises NOT_FOUND where nothing is published, WRONG_STATE where a picture cannot be read.
    """
    published = which == PUBLISHED
    content = completed(latest_version(questionnaire.code).content if published else content_of(questionnaire))
    known = {question["code"] for domain in content["domains"] for question in domain["questions"]}
    document = document_of(
        content,
        origin=origin(),
        adopted={code: source for code, source in adopted_codes().items() if code in known},
        media=media_bytes(media_names(content)),
        exported_at=timezone.now(),
    )
    if scope.current():
        record("questionnaire.exported", questionnaire, by=by, changes={"content_hash": [None, document["hash"]]})
    return document
