from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class OfferTopic(CouncilOrNational):  # type: ignore[django-manager-missing]  # modeltranslation makes OfferPage's
    """A heading under which a local offer must be published.

    The headings are those of the Children and Social Work Act 2017, section 2, (a) to (f), in force since April 2018,
    and what the Children's Wellbeing and Schools Act 2026, section 8, adds: (g) financial literacy, and the
    arrangements for the transition to adult life. `starts_on` is the first day on which the duty is in force; none:
    not yet appointed. A council may show a heading earlier (`OfferTopicStart`).
    """

    code = models.SlugField(_("code"), max_length=40)
    paragraph = models.CharField(_("paragraph of the Act"), max_length=5)
    order = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("title"), max_length=100)
    starts_on = models.DateField(_("in force from"), null=True, blank=True)

    class Meta:
        verbose_name = _("offer topic")
        verbose_name_plural = _("offer topics")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["council", "code"], nulls_distinct=False, name="one_topic_per_code"),
        ]

    def __str__(self) -> str:
        return self.title
