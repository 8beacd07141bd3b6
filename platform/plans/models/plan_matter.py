from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class PlanMatter(CouncilOwned):
    """How a plan meets one of the ten matters of Schedule 1: how, by when and by whom (regulation 6).

    Care Leavers (England) Regulations 2010, Schedule 1.
    """

    class Matter(models.IntegerChoices):
        SUPPORT = 1, _("Contact and personal support")
        EDUCATION = 2, _("Education and training")
        WORK = 3, _("Work and other things to do")
        CONTINGENCY = 4, _("If the plan stops working")
        HOME = 5, _("Where to live")
        RELATIONSHIPS = 6, _("Family and other people")
        SKILLS = 7, _("Practical skills")
        MONEY = 8, _("Money")
        HEALTH = 9, _("Health and mental health")
        IDENTITY = 10, _("Identity: faith, culture, language")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="matters")
    matter = models.PositiveSmallIntegerField(_("matter"), choices=Matter)
    how = models.TextField(_("how this need is met"), max_length=4000, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    by_whom = models.CharField(_("by whom"), max_length=200, blank=True)
    not_needed_reason = models.CharField(_("why nothing is needed"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=8)
    changed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    version = models.PositiveIntegerField(_("changes"), default=0)

    class Meta:
        verbose_name = _("matter of the plan")
        verbose_name_plural = _("matters of the plan")
        ordering = ["matter"]
        constraints = [models.UniqueConstraint(fields=["plan", "matter"], name="a_matter_once")]

    def __str__(self) -> str:
        return self.get_matter_display()
