from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock
from wagtail.fields import RichTextField

from leavingwell.content.admin.offer_panels import offer_tabs
from leavingwell.content.blocks import ContactBlock, ResourceBlocks
from leavingwell.content.models.national import NationalCopy
from leavingwell.content.models.pages.base import CouncilPage
from leavingwell.content.models.pages.illustrated import Illustrated
from leavingwell.content.models.several import Several
from leavingwell.content.permissions import FixedPagePermissions
from leavingwell.content.rich_text import FEATURES
from leavingwell.content.stream_field import StreamField
from leavingwell.platform.people.models import YoungPerson
from leavingwell.translations.panels import page_tabs

YOUNGEST, OLDEST = 15, 25
CHECK_EVERY = timedelta(days=182)  # half a year, when an offer names no other day


class Circumstance(models.TextChoices):
    """What in somebody's life an offer may be meant for."""

    PARENT = "parent", _("Parents and expecting parents")
    SEEKING_ASYLUM = "seeking_asylum", _("Came to the UK alone")
    IN_CUSTODY = "in_custody", _("In custody, or lately released")
    DISABLED = "disabled", _("Disabled, or with a health condition")
    IN_EDUCATION = "in_education", _("In education or training")
    IN_WORK = "in_work", _("In work")
    STAYING_PUT = "staying_put", _("Living with former foster carers")
    ELSEWHERE = "elsewhere", _("Living in another council's area")


class Period(models.TextChoices):
    ONCE = "once", _("once")
    WEEK = "week", _("a week")
    MONTH = "month", _("a month")
    YEAR = "year", _("a year")


class OfferIndexPage(CouncilPage):
    """The council's local offer: its offers stand under it."""

    heading = models.CharField(_("heading"), max_length=150)
    intro = models.TextField(_("in short"), max_length=400, blank=True)

    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.OfferPage"]
    max_count_per_parent = 1
    permissions_class = FixedPagePermissions
    preview_modes: list[tuple[str, str]] = []  # its page is a list of others
    edit_handler = page_tabs(translated=("heading", "intro"))

    class Meta:
        verbose_name = _("local offer")
        verbose_name_plural = _("local offers")

    def portal_path(self) -> str:
        return "/offers/"


class OfferPage(NationalCopy, Illustrated, CouncilPage):
    """One thing that a young person can get: what it is, who it is for, how to get it, who to ask.

    An empty list of categories, circumstances or areas means: for all of them.
    """

    topic = models.ForeignKey(
        "content.OfferTopic", on_delete=models.PROTECT, related_name="offers", verbose_name=_("topic")
    )
    heading = models.CharField(_("plain title"), max_length=150)
    summary = models.TextField(_("what you get"), max_length=400)
    body = RichTextField(_("more about it"), features=FEATURES, blank=True)
    who_it_is_for = models.TextField(_("who it is for"), max_length=400, blank=True)
    how_to_get_it = models.TextField(_("how to get it"), max_length=600, blank=True)
    evidence = models.TextField(_("what to bring or show"), max_length=400, blank=True)
    directions = models.TextField(_("how to find it"), max_length=600, blank=True)
    alert = models.CharField(_("a word for just now"), max_length=200, blank=True)

    provider = models.CharField(_("who offers it"), max_length=150, blank=True)
    youngest = models.PositiveSmallIntegerField(_("from age"), default=YOUNGEST)
    oldest = models.PositiveSmallIntegerField(_("to age"), default=OLDEST)
    categories = Several(YoungPerson.Category, verbose_name=_("categories of care leavers"))
    circumstances = Several(Circumstance, verbose_name=_("meant for people who are"))
    areas = ArrayField(models.SlugField(max_length=40), default=list, blank=True, verbose_name=_("areas"))
    value = models.DecimalField(
        _("money value in pounds"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    value_period = models.CharField(_("how often"), max_length=10, choices=Period, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("hours"), max_length=150, blank=True)
    address = models.TextField(_("address"), max_length=300, blank=True)
    link = models.URLField(_("link"), blank=True)
    contacts = StreamField(
        StreamBlock([("contact", ContactBlock())], required=False), blank=True, verbose_name=_("whom to ask")
    )
    resources = StreamField(ResourceBlocks(required=False), blank=True, verbose_name=_("links and documents"))
    last_checked_on = models.DateField(_("last checked"), null=True, blank=True)
    last_checked_by = models.CharField(_("checked by"), max_length=150, blank=True)
    next_check_on = models.DateField(_("check again on"), null=True, blank=True)

    parent_page_types = ["content.OfferIndexPage"]
    subpage_types: list[str] = []
    edit_handler = offer_tabs()

    class Meta:
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [models.UniqueConstraint(fields=["council", "replaces"], name="one_copy_of_national_offer")]

    def clean(self) -> None:
        super().clean()
        ages = (self.youngest, self.oldest)
        if None not in ages and self.youngest > self.oldest:  # a draft may leave them open
            raise ValidationError({"oldest": _("The upper age must not be below the lower one.")})
        if self.value_period and self.value is None:
            raise ValidationError({"value": _("Say how much it is, or leave “how often” empty.")})

    @property
    def check_due_on(self) -> date | None:
        """The day on which somebody should look whether it is still right; none when nobody ever did."""
        if self.next_check_on or self.last_checked_on is None:
            return self.next_check_on
        return self.last_checked_on + CHECK_EVERY

    def portal_path(self) -> str:
        return f"/offers/{self.slug}/"
