"""Registers the menus of the content."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from leavingwell.content.viewsets import OfferGroup, WordsGroup
from leavingwell.platform.councils.admin.tasks import Task, offer

register_snippet(OfferGroup)
register_snippet(WordsGroup)
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
