"""A council's rules for plans, as part of its configuration."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.configuration.journey import Inbound
from leavingwell.platform.councils.configuration.registry import leave_out
from leavingwell.platform.councils.configuration.table_part import register_tables
from leavingwell.platform.councils.configuration.tables import Table
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.services.rule_setting import SET_HERE, faults


class PlanRulesTable(Table):
    """Sets of rules by the day from which they hold. What has begun here is never changed: clocks run by it."""

    def take(self, row: Any, values: dict[str, Any], way: Inbound) -> None:
        begun = not row._state.adding and row.effective_from <= timezone.localdate()
        super().take(row, values, way)
        if begun or (row.effective_from <= timezone.localdate() and self.has_begun()):
            raise ValidationError(_now("Rules that have begun here stay as they are. Set new ones from a day to come."))
        found = faults({name: getattr(row, name) for name in SET_HERE}, row.effective_from)
        if told := [str(one.message) for one in found if one.field != "effective_from"]:
            raise ValidationError(told)

    def has_begun(self) -> bool:
        return self.rows().filter(effective_from__lte=timezone.localdate()).exists()


register_tables("plan_rules", _("Rules for plans"), 70, PlanRulesTable(PlanRules, key=("effective_from",)))
leave_out("plans.ExamplePlan", "the nation's, loaded from its data files")
leave_out("plans.NoticePreference", "each person's own")
leave_out("plans.SavedOffer", "each young person's own")
leave_out("plans.ActionOwner", "who does what in a young person's plan")
