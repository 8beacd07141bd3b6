"""The looks that a council had: kept at each save, shown, compared and brought back."""

from decimal import Decimal
from typing import Any

from wagtail.images import get_image_model

from leavingwell.platform.people.models import Person
from leavingwell.themes.models import Theme, ThemeVersion

PICTURES = ("logo", "favicon", "header_image")
SETTINGS = (
    *("colours", "shape", "corners", "voice", "body_font", "heading_font", "scene"),
    *("logo_alternative_text", "logo_clear_space", "header_alternative_text", "header_is_decoration", "tone_words"),
)
Look = dict[str, Any]


def look_of(theme: Theme) -> Look:
    """Everything that an editor sets, as JSON has it; pictures by their ids."""
    settings = {name: getattr(theme, name) for name in SETTINGS}
    settings["logo_clear_space"] = str(theme.logo_clear_space)
    return {**settings, **{name: getattr(theme, f"{name}_id") for name in PICTURES}}


def lay(look: Look, theme: Theme) -> list[str]:
    """Puts a look on a theme, unsaved. Answers, in words, which pictures are not there any more."""
    for name in SETTINGS:
        if name in look:
            setattr(theme, name, look[name])
    theme.logo_clear_space = Decimal(str(theme.logo_clear_space))
    there = set(
        get_image_model().objects.filter(pk__in=[look.get(name) for name in PICTURES]).values_list("pk", flat=True)
    )
    lost = [name for name in PICTURES if look.get(name) and look[name] not in there]
    for name in PICTURES:
        setattr(theme, f"{name}_id", None if name in lost else look.get(name))
    return [str(Theme._meta.get_field(name).verbose_name) for name in lost]  # type: ignore[union-attr]


def theme_of(version: ThemeVersion) -> Theme:
    """The look of a version, unsaved, for a picture of it."""
    theme = Theme()
    lay(version.look, theme)
    return theme


def newest() -> ThemeVersion | None:
    return ThemeVersion.objects.first()


def number_now() -> int:
    version = newest()
    return version.number if version else 0


def keep_version(theme: Theme, *, by: Person | None, restored_from: int | None = None) -> ThemeVersion:
    return ThemeVersion.objects.create(
        number=number_now() + 1, look=look_of(theme), saved_by=by, restored_from=restored_from
    )


def keep_what_was(theme: Theme) -> None:
    """The look as it is stored becomes the first version, where it was made before there were versions."""
    stored = Theme.objects.filter(pk=theme.pk).first()
    if stored and not ThemeVersion.objects.exists():
        keep_version(stored, by=None)
