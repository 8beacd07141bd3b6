"""Registers what keeps councils apart in the admin."""

from wagtail import hooks

from leavingwell.platform.councils.admin.choosing import own_pages
from leavingwell.platform.councils.admin.documents import only_for_whom_it_is
from leavingwell.platform.councils.admin.doing import show_doing
from leavingwell.platform.councils.admin.listings import leave_out_closed_bulk_actions, leave_out_sites
from leavingwell.platform.councils.admin.menu import leave_out_what_is_closed, pages_item
from leavingwell.platform.councils.admin.tags import leave_out_popular_tags
from leavingwell.platform.councils.admin.tasks import show_tasks

leave_out_popular_tags()
leave_out_sites()
leave_out_closed_bulk_actions()
hooks.register("construct_page_chooser_queryset", own_pages)
hooks.register("before_serve_document", only_for_whom_it_is)
hooks.register("register_admin_menu_item", pages_item)
hooks.register("construct_main_menu", leave_out_what_is_closed)
hooks.register("construct_homepage_panels", show_doing)
hooks.register("construct_homepage_panels", show_tasks)
