from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class Notice(CouncilOwned):
    """Something that somebody is told of in the portal, and by e-mail if they wish. It holds no private words.

    `key` names what it is about, so that a reminder that is worked out again tells nobody twice.
    """

    class Kind(models.TextChoices):
        REVIEW_DUE = "review_due", _("A review is due")
        VISIT_DUE = "visit_due", _("A visit is due")
        CONTACT_DUE = "contact_due", _("It is time to get in touch")
        PLAN_TO_SIGN = "plan_to_sign", _("A plan waits for you")
        PLAN_SENT_BACK = "plan_sent_back", _("A plan was sent back")
        PLAN_AGREED = "plan_agreed", _("A plan was agreed")
        PLAN_REOPENED = "plan_reopened", _("A plan is open again")
        REVIEW_ASKED_FOR = "review_asked_for", _("Somebody asked for a review")
        NEW_COMMENT = "new_comment", _("There are new words for you")
        GOOD_NEWS = "good_news", _("There is good news")
        NEW_WORKER = "new_worker", _("The worker changed")
        NEW_SUPPORTER = "new_supporter", _("Somebody was let in to the plan")
        EMERGENCY_ACCESS = "emergency_access", _("A record was opened in an emergency")
        CODE_MADE = "code_made", _("A code to sign in was made")
        COPY_ASKED_FOR = "copy_asked_for", _("The council asked for a copy of the data")
        DUTY_STARTED = "duty_started", _("Somebody covers for a team")
        NEW_IN_TEAM = "new_in_team", _("Somebody new is in the team")
        SIGN_IN_CHANGED = "sign_in_changed", _("How staff sign in has changed")
        ACTION_DUE = "action_due", _("Something on the to-do list is due")
        DATA_READY = "data_ready", _("Your data is ready")
        DOOR_IS_OPEN = "door_is_open", _("The door is open")
        HOME_UNSUITABLE = "home_unsuitable", _("A home is not suitable")

    recipient = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    young_person = models.ForeignKey("people.YoungPerson", null=True, on_delete=models.PROTECT, related_name="notices")
    key = models.CharField(_("about"), max_length=100)
    due_on = models.DateField(_("by"), null=True, blank=True)
    made_at = models.DateTimeField(_("told"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-made_at"]
        indexes = [
            models.Index(fields=["council", "recipient", "-made_at"], name="notice_recipient"),
            models.Index(fields=["council", "recipient"], condition=Q(read_at=None), name="notice_unread"),
        ]
        constraints = [models.UniqueConstraint(fields=["recipient", "kind", "key"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.kind}"


class NoticePreference(CouncilOwned):
    """That somebody wants no e-mail for a kind of notice; without a row they get one. The portal always shows it."""

    kept = False

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="notice_preferences")
    kind = models.CharField(_("kind"), max_length=20, choices=Notice.Kind)
    by_email = models.BooleanField(_("by e-mail too"))

    class Meta:
        verbose_name = _("notice preference")
        verbose_name_plural = _("notice preferences")
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_preference_a_kind")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
