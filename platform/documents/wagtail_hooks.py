"""Registers the screen of records."""

from wagtail import hooks

from leavingwell.platform.documents.admin.viewset import RecordsViewSet

hooks.register("register_admin_viewset", RecordsViewSet)
