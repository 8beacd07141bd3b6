"""The closed lists of the questionnaire: how a question is answered, and what an answer can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AnswerType(models.TextChoices):
    YES_NO = "YN", _("Yes / Not sure / No")
    THREE_POINT = "3PT", _("Yes, mostly / Sometimes / Not right now")
    FACES = "FACES", _("Five faces, from very good to very bad")
    ONE = "ONE", _("One choice of a list")
    SEVERAL = "SEVERAL", _("Several choices of a list")
    NUMBER = "NUMBER", _("A number")
    DATE = "DATE", _("A date")
    TEXT = "TEXT", _("A few words")


class AnswerKind(models.TextChoices):
    """Scoring treats each in its own way (`scoring`)."""

    ANSWERED = "answered", _("Answered")
    DOES_NOT_APPLY = "does_not_apply", _("Does not apply")
    RATHER_NOT_SAY = "rather_not_say", _("Rather not say")
    NOT_SHOWN = "not_shown", _("Not shown")
    SKIPPED = "skipped", _("Skipped")


class Channel(models.TextChoices):
    ALONE = "alone", _("Alone")
    TOGETHER = "together", _("Together")
    PHONE = "phone", _("By phone")
    PAPER = "paper", _("On paper")
    WITHOUT = "without", _("Without the young person")


class Variant(models.TextChoices):
    STANDARD = "standard", _("Standard")
    EASY_READ = "easy_read", _("Easy read")
    SPOKEN = "spoken", _("Spoken by the worker")


CHOICE_CODES: dict[str, tuple[str, ...]] = {
    AnswerType.YES_NO: ("yes", "not_sure", "no"),
    AnswerType.THREE_POINT: ("yes_mostly", "sometimes", "not_right_now"),
    AnswerType.FACES: ("very_good", "good", "ok", "bad", "very_bad"),
}
OWN_CHOICES = (AnswerType.ONE, AnswerType.SEVERAL)  # the question brings its own list
LONGEST_TEXT = 500  # characters of an answer in a few words

LOW_FACES = (1, 2)  # of a check-in's five, from very bad to very good
