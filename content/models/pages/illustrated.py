"""What pages with a picture share."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Illustrated(models.Model):
    """One picture at the top. It says in words what it shows; only empty words would leave somebody out."""

    picture = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_text = models.CharField(_("what the picture shows, in words"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.picture and not (getattr(self, "picture_text_en", None) or "").strip():
            missing = _("Say what the picture shows, for people who cannot see it.")
            raise ValidationError({"picture_text_en": missing})
