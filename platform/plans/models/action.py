from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from leavingwell.platform.councils.owned import CouncilOwned


class Action(CouncilOwned):
    """One thing to do, by whom and by when (Care Leavers Regulations 2010 reg 6).

    "I want help with this" makes a draft that points to its question, for the worker to turn into an action.
    `offer` is the key of something of the local offer that is to be found out about.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Asked for")
        OPEN = "open", _("To do")
        DONE = "done", _("Done")
        STUCK = "stuck", _("Stuck")
        DROPPED = "dropped", _("Dropped")

    NOT_ON_THE_LIST = (Status.DRAFT, Status.DROPPED)

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="actions")
    goal = models.ForeignKey("plans.Goal", null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    domain = models.ForeignKey(
        "questionnaires.Domain", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    question_code = models.CharField(_("question"), max_length=20, blank=True)
    offer = models.UUIDField(_("offer that it is about"), null=True, blank=True, editable=False)
    title = models.CharField(_("what"), max_length=300)
    language = models.CharField(_("language"), max_length=8)
    measure = models.CharField(_("how we know that it is done"), max_length=300, blank=True)
    due_on = models.DateField(pgettext_lazy("a day", "by"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.OPEN)
    owners = models.ManyToManyField("people.Person", through="plans.ActionOwner", related_name="actions")
    added_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("why it is stuck or dropped"), max_length=500, blank=True)
    went_well = models.CharField(_("what went well"), max_length=500, blank=True)
    version = models.PositiveIntegerField(_("changes"), default=0)

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["added_at"]
        indexes = [models.Index(fields=["council", "plan", "status"], name="action_plan")]

    def __str__(self) -> str:
        return self.title


class ActionOwner(CouncilOwned):
    kept = False  # who owned it before, the history of the action says

    action = models.ForeignKey("plans.Action", on_delete=models.CASCADE, related_name="action_owners")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("action owner")
        verbose_name_plural = _("action owners")
        constraints = [models.UniqueConstraint(fields=["action", "person"], name="an_owner_once")]
        indexes = [models.Index(fields=["council", "person"], name="action_owner_person")]

    def __str__(self) -> str:
        return str(self.person)
