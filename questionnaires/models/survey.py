from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.questionnaires.models.version_key import VersionKey

MOST_QUESTIONS = 5


class Survey(CouncilOwned):
    """Up to five questions that a council asks a group of its young people once. Answers are told in totals alone.

    The group is a team, an age span, both, or everybody. `questionnaire_version` holds the questions' words as they
    were when it was sent.
    """

    kept = False  # a draft may go; what was answered keeps its survey by its foreign keys

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SENT = "sent", _("Sent")
        CLOSED = "closed", _("Closed")

    title = models.CharField(_("title"), max_length=100)
    intro = models.TextField(_("why we ask"), max_length=600, blank=True)
    question_codes = ArrayField(models.CharField(max_length=20), size=MOST_QUESTIONS, verbose_name=_("questions"))
    team = models.ForeignKey(
        "people.Team", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("team")
    )
    age_from = models.PositiveSmallIntegerField(
        _("from age"), null=True, blank=True, validators=[MinValueValidator(15), MaxValueValidator(25)]
    )
    age_to = models.PositiveSmallIntegerField(
        _("to age"), null=True, blank=True, validators=[MinValueValidator(15), MaxValueValidator(25)]
    )
    closes_on = models.DateField(_("last day to answer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    questionnaire_version = VersionKey(null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey("people.Person", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_by = models.ForeignKey("people.Person", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)

    class Meta:
        verbose_name = _("short survey")
        verbose_name_plural = _("short surveys")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == self.State.SENT and self.closes_on >= timezone.localdate()
