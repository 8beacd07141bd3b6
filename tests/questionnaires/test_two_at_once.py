"""Two people decide at the same moment: one of them does, the other is told."""

import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import Any

import pytest
from django.db import connection

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.models import Proposal, QuestionnaireVersion
from leavingwell.questionnaires.services.publishing import approve, propose, send_back
from leavingwell.questionnaires.services.rules import set_rules
from tests.factories import Household, fresh_households
from tests.questionnaires.test_proposals import RULES, outcomes, reword

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def north(transactional_db: Any) -> Household:
    return fresh_households()[0]


def at_once(*attempts: Callable[[], Any]) -> list[str]:
    """What each came to: the state, or the code of the problem."""
    outcomes: list[str] = []
    together = threading.Barrier(len(attempts))

    def run(attempt: Callable[[], Any]) -> None:
        together.wait()
        try:
            outcomes.append(attempt().state)
        except Problems as refused:
            outcomes.append(refused.problems[0].code.value)
        finally:
            connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(run, attempt)) for attempt in attempts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def test_one_wins(north: Household) -> None:
    with scope(north.council):
        set_rules(RULES, by=north.admin)
        reword("Is it warm at yours?")
        proposal = propose(outcomes(), by=north.editor)
        first, second = north.admin, north.questionnaire_editor
        assert at_once(lambda: approve(proposal, first), lambda: approve(proposal, second)) == [
            "WRONG_STATE",
            "published",
        ]
        assert QuestionnaireVersion.objects.filter(council=north.council).count() == 1
        reword("Is it warm enough at yours?")
        again = propose(outcomes(), by=north.editor)
        found = at_once(lambda: approve(again, first), lambda: send_back(again, second, "A typo."))
        assert "WRONG_STATE" in found
        assert Proposal.objects.get(pk=again.pk).state in found


def test_one_draft_is_handed_in(north: Household) -> None:
    with scope(north.council):
        reword("Is it warm at yours?")
        by = (north.admin, north.questionnaire_editor)
        found = at_once(*(lambda one=one: propose(outcomes(), by=one) for one in by))
        assert found == ["WRONG_STATE", "published"]
        assert QuestionnaireVersion.objects.filter(council=north.council).count() == 1
