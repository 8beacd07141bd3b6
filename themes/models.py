"""The look of one council, as tokens."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.themes.checks import contrast_errors, malformed
from leavingwell.themes.palettes import complete
from leavingwell.themes.shapes import Scene, Shape, Voice


class Theme(CouncilOwned):
    """One council's colours, shape, type and logo. Saving one that people could not read is refused."""

    kept = False  # a setting, not case data

    colours = models.JSONField(
        _("colours"),
        default=dict,
        blank=True,
        help_text=_("What differs from the plain palette: {mode: {role: #colour}}."),
    )
    shape = models.CharField(_("shape"), max_length=20, choices=Shape, default=Shape.SOFT)
    voice = models.CharField(_("headings"), max_length=20, choices=Voice, default=Voice.QUIET)
    scene = models.CharField(_("picture behind the greeting"), max_length=20, choices=Scene, default=Scene.NONE)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )
    logo_alternative_text = models.CharField(_("what the logo shows, in words"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [models.UniqueConstraint(fields=["council"], name="one_theme_per_council")]

    def __str__(self) -> str:
        return str(_("Theme"))

    def clean(self) -> None:
        if errors := malformed(self.colours):
            raise ValidationError({"colours": errors})
        if errors := contrast_errors(self.complete_colours):
            raise ValidationError({"colours": errors})
        if self.logo and not self.logo_alternative_text.strip():
            raise ValidationError(
                {"logo_alternative_text": _("Say what the logo shows, for people who cannot see it.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()  # the admin, a command and the demo alike: an unreadable theme is never stored
        super().save(*args, **kwargs)

    @property
    def complete_colours(self) -> dict[str, dict[str, str]]:
        """Every role of every mode."""
        return complete(self.colours)
