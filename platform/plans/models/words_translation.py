from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class WordsTranslation(CouncilOwned):
    """What somebody's words on a plan mean in another language: an addition beside them, which never replaces them.

    Of one comment, goal or check-in. `sha256` is the fingerprint of the words that it translates: when a goal is put
    into other words, it is no translation of them. One that turns out wrong is followed by a better one.
    """

    append_only = True

    class Origin(models.TextChoices):
        """What made it."""

        PERSON = "person", _("Translated by a person")
        MACHINE = "machine", _("Translated by a machine")

    young_person = models.ForeignKey("people.YoungPerson", on_delete=models.PROTECT, related_name="words_translations")
    comment = models.ForeignKey("plans.Comment", null=True, on_delete=models.PROTECT, related_name="translations")
    goal = models.ForeignKey("plans.Goal", null=True, on_delete=models.PROTECT, related_name="translations")
    check_in = models.ForeignKey(
        "questionnaires.CheckIn", null=True, on_delete=models.PROTECT, related_name="translations"
    )
    sha256 = models.CharField(_("fingerprint of the words"), max_length=64)
    language = models.CharField(_("language"), max_length=8)
    text = models.TextField(_("translation"), max_length=6000)
    origin = models.CharField(_("made by"), max_length=10, choices=Origin, default=Origin.PERSON)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("added by"))
    at = models.DateTimeField(_("added"), default=timezone.now)

    class Meta:
        verbose_name = _("translation of words")
        verbose_name_plural = _("translations of words")
        ordering = ["at"]
        indexes = [models.Index(fields=["council", "young_person"], name="words_translation_young_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(comment__isnull=False, goal=None, check_in=None)
                | Q(comment=None, goal__isnull=False, check_in=None)
                | Q(comment=None, goal=None, check_in__isnull=False),
                name="translation_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.at:%Y-%m-%d}"
