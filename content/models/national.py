"""What a council's own copy of a national text knows of the text that it stands for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NationalCopy(models.Model):
    """Mixed into what is inherited from the nation. A council's copy is shown in place of the row it replaces.

    `national_words` are the national texts as they were when the copy was made or last compared, by column
    (`{"meaning_en": …}`): what has changed since is the difference to those of today.
    """

    exclude_fields_in_copy = ["replaces", "national_words"]  # a copy of the council's copy stands for nothing national

    replaces = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("stands in place of the national"),
    )
    national_words = models.JSONField(_("national words when copied"), default=dict, blank=True, editable=False)

    class Meta:
        abstract = True
