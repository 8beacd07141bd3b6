"""Registers the screen of a council's rules for plans."""

from wagtail import hooks

from leavingwell.platform.councils.admin.doing import tell
from leavingwell.platform.plans.admin.rules import PlanRulesViewSet
from leavingwell.platform.plans.doing import reviews

hooks.register("register_admin_viewset", PlanRulesViewSet)
tell(reviews)
