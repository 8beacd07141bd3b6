"""The look of one council, as tokens."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.platform.people.models import Person
from leavingwell.themes.checks import contrast_errors, font_errors, malformed, tone_errors
from leavingwell.themes.curated import NOTO
from leavingwell.themes.palettes import complete
from leavingwell.themes.pictures import SPACES, picture_errors
from leavingwell.themes.shapes import Corners, Scene, Shape, Voice


def picture(label: Any, help_text: Any = "") -> Any:
    return models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=label,
        help_text=help_text,
    )


class Theme(CouncilOwned):
    """One council's colours, shape, type and pictures. Saving one that people could not read is refused."""

    kept = False  # a setting, not case data

    colours = models.JSONField(
        _("colours"),
        default=dict,
        blank=True,
        help_text=_("What differs from the plain palette: {mode: {role: #colour}}."),
    )
    shape = models.CharField(_("shape"), max_length=20, choices=Shape, default=Shape.SOFT)
    corners = models.CharField(_("corners"), max_length=20, choices=Corners, default=Corners.AS_SHAPE)
    voice = models.CharField(_("headings"), max_length=20, choices=Voice, default=Voice.QUIET)
    body_font = models.CharField(_("letters of the text"), max_length=40, default=NOTO)
    heading_font = models.CharField(_("letters of headings"), max_length=40, default=NOTO)
    scene = models.CharField(_("picture behind the greeting"), max_length=20, choices=Scene, default=Scene.NONE)
    logo = picture(_("logo"))
    logo_alternative_text = models.CharField(_("what the logo shows, in words"), max_length=150, blank=True)
    logo_clear_space = models.DecimalField(
        _("clear space round the logo"), max_digits=3, decimal_places=2, choices=SPACES, default=SPACES[0][0]
    )
    favicon = picture(
        _("small sign"),
        _("In the tab of the browser, and on the home screen of a phone. A square picture, 192 pixels or more."),
    )
    header_image = picture(
        _("header picture"), _("Under the greeting, in place of the drawn one. A wide picture, 1200 pixels or more.")
    )
    header_alternative_text = models.CharField(_("what it shows, in words"), max_length=200, blank=True)
    header_is_decoration = models.BooleanField(
        _("it is only decoration"), default=False, help_text=_("Then people who cannot see it are not told of it.")
    )
    tone_words = models.CharField(
        _("how we sound"),
        max_length=150,
        blank=True,
        help_text=_(
            "Up to six words with commas between them: “warm, straight, patient”. Whoever writes here sees them."
        ),
    )

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [models.UniqueConstraint(fields=["council"], name="one_theme_per_council")]

    def __str__(self) -> str:
        return str(_("Theme"))

    def clean(self) -> None:
        found = {**font_errors(self), **tone_errors(self.tone), **picture_errors(self)}
        if errors := malformed(self.colours) or contrast_errors(self.complete_colours):
            found["colours"] = errors
        if found:
            raise ValidationError(found)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.clean()  # the admin, a command and the demo alike: an unreadable theme is never stored
        super().save(*args, **kwargs)

    @property
    def complete_colours(self) -> dict[str, dict[str, str]]:
        """Every role of every mode."""
        return complete(self.colours)

    @property
    def tone(self) -> list[str]:
        return [word.strip() for word in self.tone_words.split(",") if word.strip()]


class ThemeVersion(CouncilOwned):
    """A look as it was saved once. Restoring one makes a new one: nothing is taken away."""

    kept = False
    append_only = True

    number = models.PositiveIntegerField(_("number"))
    look = models.JSONField(_("look"))
    saved_at = models.DateTimeField(_("when"), default=timezone.now)
    saved_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("who"))
    restored_from = models.PositiveIntegerField(_("made from version"), null=True)

    class Meta:
        verbose_name = _("version of the look")
        verbose_name_plural = _("versions of the look")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["council", "number"], name="one_theme_version_per_number")]

    def __str__(self) -> str:
        return str(_("Version %s") % self.number)


class ThemeIcon(CouncilOwned):
    """One size of the council's small sign, made from the square picture when the look is saved."""

    kept = False

    name = models.CharField(_("name"), max_length=40)
    kind = models.CharField(_("kind"), max_length=40)
    content = models.BinaryField(_("content"))
    mark = models.CharField(_("mark of the content"), max_length=16)

    class Meta:
        verbose_name = _("icon")
        verbose_name_plural = _("icons")
        constraints = [models.UniqueConstraint(fields=["council", "name"], name="one_theme_icon_per_name")]

    def __str__(self) -> str:
        return self.name
