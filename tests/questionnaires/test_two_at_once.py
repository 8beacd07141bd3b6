"""Two people decide at the same moment: one of them does, the other is told."""

from functools import partial
from operator import attrgetter
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Proposal, QuestionnaireVersion
from leavingwell.questionnaires.services.publishing import approve, propose, send_back
from leavingwell.questionnaires.services.rules import set_rules
from tests.at_once import at_once as at_once_told
from tests.factories import Household, fresh_households
from tests.questionnaires.test_proposals import RULES, outcomes, reword

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def north(transactional_db: Any) -> Household:
    return fresh_households()[0]


at_once = partial(at_once_told, told=attrgetter("state"))


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
