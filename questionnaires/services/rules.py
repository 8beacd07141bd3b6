"""Setting what a council wants of its questionnaires."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.problems import invalid, not_allowed
from leavingwell.questionnaires.models import QuestionnaireRules
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.services.publishing.proposing import check_may_publish

SET_HERE = ["second_person", "going_well", "growing", "tell_duty", "tell_manager"]


def check_bands(values: Mapping[str, Any]) -> None:
    if not 0 < values["growing"] < values["going_well"] <= 100:
        message = _("“Growing” has to start above 0, and below where “Going well” starts. Both end at 100.")
        raise invalid(message, "growing")


@transaction.atomic
def set_rules(values: Mapping[str, Any], by: Person | None) -> QuestionnaireRules:
    """Sets all of `SET_HERE`. Raises NOT_ALLOWED, and INVALID when the bands are not in order.

    The second person is only worth something if those who publish cannot do without: a council's administrator alone
    can let them.
    """
    check_may_publish(by)
    chosen = {name: values[name] for name in SET_HERE}
    check_bands(chosen)
    before = {name: getattr(rules(), name) for name in SET_HERE}
    if before["second_person"] and not chosen["second_person"] and (by is None or by.role != Role.COUNCIL_ADMIN):
        raise not_allowed(_("Only your council's administrator can take this rule away."), "second_person")
    ours, _created = QuestionnaireRules.objects.update_or_create(council_id=scope.current_council_id(), defaults=chosen)
    if changes := differences(before, chosen):
        record("questionnaire_rules.changed", ours, by=by, changes=changes)
    return ours
