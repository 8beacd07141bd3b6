from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from leavingwell.content.models.national import NationalCopy
from leavingwell.content.models.pages.base import CouncilPage
from leavingwell.content.rich_text import FEATURES
from leavingwell.translations.panels import page_tabs


class StandardPage(NationalCopy, CouncilPage):
    """A page of text: get help, accessibility, your data and your rights."""

    heading = models.CharField(_("heading"), max_length=150)
    intro = models.TextField(_("in short"), max_length=400, blank=True)
    body = RichTextField(_("text"), features=FEATURES, blank=True)

    parent_page_types = ["content.HomePage", "content.StandardPage"]
    subpage_types = ["content.StandardPage"]
    edit_handler = page_tabs(translated=("heading", "intro", "body"))

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [models.UniqueConstraint(fields=["council", "replaces"], name="one_copy_of_national_page")]

    def portal_path(self) -> str:
        return f"/page/{self.slug}/"
