from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from leavingwell.content.models.pages.base import CouncilPage
from leavingwell.content.permissions import FixedPagePermissions
from leavingwell.content.rich_text import FEATURES
from leavingwell.translations.panels import page_tabs

YOUNGEST, OLDEST = 15, 25


class OfferIndexPage(CouncilPage):
    """The council's local offer: its offers stand under it."""

    heading = models.CharField(_("heading"), max_length=150)
    intro = models.TextField(_("in short"), max_length=400, blank=True)

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.OfferPage"]
    max_count_per_parent = 1
    permissions_class = FixedPagePermissions
    edit_handler = page_tabs(translated=("heading", "intro"))

    class Meta:
        verbose_name = _("local offer")
        verbose_name_plural = _("local offers")

    def portal_path(self) -> str:
        return "/offers/"


class OfferPage(CouncilPage):
    """One thing that a young person can get: what it is, who it is for, how to get it, who to ask."""

    topic = models.ForeignKey(
        "content.OfferTopic", on_delete=models.PROTECT, related_name="offers", verbose_name=_("topic")
    )
    heading = models.CharField(_("plain title"), max_length=150)
    summary = models.TextField(_("what you get"), max_length=400)
    body = RichTextField(_("more about it"), features=FEATURES, blank=True)
    how_to_get_it = models.TextField(_("how to get it"), max_length=600, blank=True)
    provider = models.CharField(_("who offers it"), max_length=150, blank=True)
    youngest = models.PositiveSmallIntegerField(_("from age"), default=YOUNGEST)
    oldest = models.PositiveSmallIntegerField(_("to age"), default=OLDEST)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("hours"), max_length=150, blank=True)
    link = models.URLField(_("link"), blank=True)
    last_checked_on = models.DateField(_("last checked"), null=True, blank=True)
    last_checked_by = models.CharField(_("checked by"), max_length=150, blank=True)

    parent_page_types = ["content.OfferIndexPage"]
    subpage_types: list[str] = []
    edit_handler = page_tabs(
        shared=(
            "topic",
            ("youngest", "oldest"),
            "provider",
            ("phone", "email"),
            "hours",
            "link",
            ("last_checked_on", "last_checked_by"),
        ),
        translated=("heading", "summary", "body", "how_to_get_it"),
    )

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")

    def clean(self) -> None:
        super().clean()
        if self.youngest > self.oldest:
            raise ValidationError({"oldest": _("The upper age must not be below the lower one.")})

    def portal_path(self) -> str:
        return f"/offers/{self.slug}/"
