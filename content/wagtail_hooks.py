"""Registers the menus of the content."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from leavingwell.content.admin.articles import ArticlesGroup
from leavingwell.content.admin.buttons import checked_button
from leavingwell.content.admin.drafts import DraftsViewSet
from leavingwell.content.checks.admin import hooks as checks
from leavingwell.content.checks.admin.viewset import ContentChecksViewSet
from leavingwell.content.doing import not_published_in_time, offers_to_check, unpublished
from leavingwell.content.editing.admin import both_texts, page_actions
from leavingwell.content.editing.admin.viewset import ApprovalsViewSet
from leavingwell.content.editing.doing import broken_links, to_approve
from leavingwell.content.national.admin.viewset import changed_by_the_nation
from leavingwell.content.national.pages import national_pages
from leavingwell.content.viewsets import OfferGroup, WordsGroup
from leavingwell.platform.councils.admin.doing import tell
from leavingwell.platform.councils.admin.identifiers import also_choose
from leavingwell.platform.councils.admin.tasks import Task, offer

register_snippet(OfferGroup)
register_snippet(ArticlesGroup)
hooks.register("register_page_header_buttons", checked_button)
register_snippet(WordsGroup)
hooks.register("register_admin_viewset", DraftsViewSet)
hooks.register("register_admin_viewset", ApprovalsViewSet)
hooks.register("register_admin_viewset", ContentChecksViewSet)
hooks.register("register_page_action_menu_item", page_actions.ask_item)
hooks.register("register_page_header_buttons", page_actions.share_button)
hooks.register("before_edit_page", both_texts.instead_of_saving)
hooks.register("before_edit_page", page_actions.tell_of_request)
for saved in ("after_create_page", "after_edit_page"):
    hooks.register(saved, checks.check_saved, order=-1)
    hooks.register(saved, page_actions.lead_to_asking)
hooks.register("before_publish_page", checks.keep_back)
hooks.register("before_bulk_action", checks.keep_some_back)
hooks.register("insert_global_admin_css", checks.styles)
also_choose(national_pages)
tell(not_published_in_time, unpublished, changed_by_the_nation, offers_to_check, to_approve, broken_links)
offer(
    Task(
        _("Offers"),
        _("Write down what young people can get, and how."),
        "offers:index",
        "content.change_notice",
        icon="doc-full",
        order=30,
        in_council=True,
    ),
    Task(
        _("Notices"),
        _("Tell young people some news, from one day to another."),
        "wagtailsnippets_content_notice:list",
        "content.change_notice",
        icon="comment",
        order=40,
    ),
    Task(
        _("Help lines"),
        _("Keep the numbers right that young people call."),
        "wagtailsnippets_content_helpline:list",
        "content.change_helpline",
        icon="mail",
        order=50,
    ),
)
