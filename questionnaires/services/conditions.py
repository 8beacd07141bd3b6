"""When a council asks a question: setting and taking away its condition."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, wrong_state
from leavingwell.questionnaires.arranging import arrangements
from leavingwell.questionnaires.condition_grammar import is_condition
from leavingwell.questionnaires.models import Indicator
from leavingwell.questionnaires.services.arranging import arrange, lock
from leavingwell.questionnaires.services.condition_guard import conditions_stay_whole

FIELD = "showWhen"
CORE_IS_ASKED = _("This is a core question. Core questions are asked of everybody, so it can have no condition.")
NOT_ASKED = _("This question is not asked at the moment. Show it or bring it back first.")


@transaction.atomic
def set_condition(indicator: Indicator, condition: Mapping[str, Any], by: Person | None) -> None:
    """The question is shown when the condition is true (`conditions` gives the grammar).

    Raises WRONG_STATE for a core question and one that is hidden or retired, INVALID for what is no condition, names
    what is not asked, depends on itself or a later question, or can never be true.
    """
    lock()
    if indicator.is_core:
        raise wrong_state(CORE_IS_ASKED, FIELD)
    if indicator.retired_on or arrangements().is_hidden(indicator):
        raise wrong_state(NOT_ASKED, FIELD)
    if not is_condition(condition):
        raise invalid(_("This is not a condition that we know."), FIELD)
    with conditions_stay_whole(indicator.domain.questionnaire, FIELD):
        write(indicator, condition, by)


@transaction.atomic
def clear_condition(indicator: Indicator, by: Person | None) -> None:
    """The council's own condition goes. Where the nation has set one, that holds again."""
    lock()
    with conditions_stay_whole(indicator.domain.questionnaire, FIELD):
        write(indicator, None, by)


def write(indicator: Indicator, condition: Mapping[str, Any] | None, by: Person | None) -> None:
    own = arrangements().own.get(indicator.pk)
    before = own.show_when if own else None
    if before != condition:
        arrange(indicator, show_when=condition)
        record("question.condition", indicator, by=by, changes={"show_when": [before, condition]})
