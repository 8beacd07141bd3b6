from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOrNational


class QuestionMedia(CouncilOrNational):
    """A picture or a recording that questions show. It is never changed or deleted, as published versions name it.

    `content_hash` is the SHA-256 of the file, `name` that hash with an ending: its address for ever.
    """

    append_only = True

    class Kind(models.TextChoices):
        PICTURE = "picture", _("Picture")
        RECORDING = "recording", _("Recording")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    content_hash = models.CharField(_("content hash"), max_length=64)
    name = models.CharField(_("name"), max_length=80)
    path = models.CharField(_("where it is stored"), max_length=200)
    media_type = models.CharField(_("media type"), max_length=40)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("picture or recording of a question")
        verbose_name_plural = _("pictures and recordings of questions")
        constraints = [
            models.UniqueConstraint(fields=["council", "name"], nulls_distinct=False, name="one_media_per_content"),
        ]

    def __str__(self) -> str:
        return self.name

    def read(self) -> bytes:
        with default_storage.open(self.path) as file:
            found: bytes = file.read()
            return found
