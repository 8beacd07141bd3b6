"""What the first page of the admin says about questions."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import ngettext

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.doing import ToDo
from leavingwell.questionnaires.admin.publishing import NAMESPACE as PUBLISHING
from leavingwell.questionnaires.admin.publishing import PUBLISH
from leavingwell.questionnaires.admin.remarks.views import NAMESPACE as REMARKS
from leavingwell.questionnaires.admin.remarks.views import may_answer
from leavingwell.questionnaires.models import Proposal, Remark, Wording
from leavingwell.questionnaires.services.rewording import drifts
from leavingwell.translations.panels import languages_in_scope

EDIT = "questionnaires.change_wording"


def remarks(request: Any) -> Iterator[ToDo]:
    if not may_answer(request):
        return
    number = Remark.objects.filter(answered_at=None).count()
    words = ngettext(
        "thing that a young person said about a question has no answer",
        "things that young people said about questions have no answer",
        number,
    )
    yield ToDo(number, words, reverse(f"{REMARKS}:index"), order=20)


def proposals(request: Any) -> Iterator[ToDo]:
    if not request.user.has_perm(PUBLISH):
        return
    waiting = Proposal.objects.filter(state=Proposal.State.WAITING)
    me = request.viewer.pk if request.viewer else None
    found = waiting.aggregate(mine=Count("pk", filter=Q(proposed_by=me)), others=Count("pk", filter=~Q(proposed_by=me)))
    address = reverse(f"{PUBLISHING}:index")
    for_you = ngettext(
        "set of questions waits for you to look at it",
        "sets of questions wait for you to look at them",
        found["others"],
    )
    yield ToDo(found["others"], for_you, address, order=15)
    yours = ngettext(
        "set of questions of yours waits for a colleague",
        "sets of questions of yours wait for a colleague",
        found["mine"],
    )
    yield ToDo(found["mine"], yours, address, order=40)


def changed_wordings() -> int:
    """How many of the council's own wordings stand in place of national words that are others by now. Three queries."""
    own = list(Wording.objects.filter(council_id=scope.current_council_id()).exclude(national_text=None))
    rows = Wording.objects.filter(council=None, indicator__in=[wording.indicator_id for wording in own])
    national, languages = {(row.indicator_id, row.variant): row for row in rows}, languages_in_scope()
    return sum(any(drifts(one, national.get((one.indicator_id, one.variant)), languages)) for one in own)


def national_changes(request: Any) -> Iterator[ToDo]:
    if not request.user.has_perm(EDIT):
        return
    number = changed_wordings()
    words = ngettext(
        "question that you reworded has new national words",
        "questions that you reworded have new national words",
        number,
    )
    yield ToDo(number, words, reverse("questionnaire_editor:index"), order=45)
