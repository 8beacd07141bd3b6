from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList

from leavingwell.content.models.pages.base import CouncilPage
from leavingwell.content.permissions import FixedPagePermissions


class HomePage(CouncilPage):
    """The root of one council's pages: what its editors see of the page tree."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "content.OfferIndexPage",
        "content.StandardPage",
        "content.StoryPage",
        "content.NewsPage",
        "content.EventPage",
        "content.DropInPage",
        "content.QuestionsPage",
    ]
    permissions_class = FixedPagePermissions
    preview_modes: list[tuple[str, str]] = []  # its page is a list of others
    edit_handler = ObjectList([FieldPanel("title")])

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")
