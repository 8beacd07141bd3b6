"""Registers the screen of a council's rules for plans."""

from wagtail import hooks

from leavingwell.platform.plans.admin.rules import PlanRulesViewSet

hooks.register("register_admin_viewset", PlanRulesViewSet)
