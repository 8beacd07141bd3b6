"""What the council writes for young people to read: stories, news, events, drop-in places, questions and answers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from leavingwell.content.blocks import ArticleBlocks, ContactBlock, HoursBlock
from leavingwell.content.models.pages.base import CouncilPage
from leavingwell.content.models.pages.illustrated import Illustrated
from leavingwell.content.stream_field import StreamField
from leavingwell.translations.panels import page_tabs

TEXTS = ("heading", "intro", "picture_text", "body")


class ArticlePage(Illustrated, CouncilPage):
    """A page built of blocks, in each language its own."""

    heading = models.CharField(_("heading"), max_length=150)
    intro = models.TextField(_("in short"), max_length=400, blank=True)
    body = StreamField(ArticleBlocks(required=False), blank=True, verbose_name=_("text"))

    parent_page_types = ["content.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True


class StoryPage(ArticlePage):
    """Somebody's own story, told with their agreement."""

    told_by = models.CharField(_("told by (the name they chose)"), max_length=100, blank=True)

    edit_handler = page_tabs(shared=("told_by", "picture"), translated=TEXTS)

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def portal_path(self) -> str:
        return f"/stories/{self.slug}/"


class NewsPage(ArticlePage):
    published_on = models.DateField(_("date"), default=timezone.localdate)

    edit_handler = page_tabs(shared=("published_on", "picture"), translated=TEXTS)

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def portal_path(self) -> str:
        return f"/news/{self.slug}/"


class Place(models.Model):
    """Where something is, and how to find it without a map."""

    area = models.ForeignKey(
        "content.Area", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("area")
    )
    place = models.CharField(_("place"), max_length=150, blank=True)
    address = models.TextField(_("address"), max_length=300, blank=True)
    step_free = models.BooleanField(_("step-free"), default=False)
    directions = models.TextField(_("how to find it"), max_length=600, blank=True)

    class Meta:
        abstract = True


class EventPage(ArticlePage, Place):
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    booking = models.URLField(_("where to book"), blank=True)

    edit_handler = page_tabs(
        shared=(("starts_at", "ends_at"), "area", "place", "address", "step_free", "booking", "picture"),
        translated=("heading", "intro", "directions", "picture_text", "body"),
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def __str__(self) -> str:
        return str(self.title)

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("An event must end after it starts.")})

    def portal_path(self) -> str:
        return f"/events/{self.slug}/"


class DropInPage(ArticlePage, Place):
    """A place where a young person can come by: when it is open, and whom to ask."""

    hours = StreamField([("hours", HoursBlock())], blank=True, verbose_name=_("open"))
    contacts = StreamField(
        StreamBlock([("contact", ContactBlock())], required=False), blank=True, verbose_name=_("whom to ask")
    )

    edit_handler = page_tabs(
        shared=("area", "place", "address", "step_free", "hours", "contacts", "picture"),
        translated=("heading", "intro", "directions", "picture_text", "body"),
    )

    class Meta:
        verbose_name = _("drop-in place")
        verbose_name_plural = _("drop-in places")

    def __str__(self) -> str:
        return str(self.title)

    def portal_path(self) -> str:
        return f"/places/{self.slug}/"


class QuestionsPage(ArticlePage):
    """Frequently asked questions."""

    edit_handler = page_tabs(shared=("picture",), translated=TEXTS)

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")

    def portal_path(self) -> str:
        return f"/answers/{self.slug}/"
