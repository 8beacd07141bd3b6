"""What is different between an old look and today's, setting by setting, in words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.themes.checks import MODE_NAMES
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MODES, complete
from leavingwell.themes.roles import NAMES, name_of
from leavingwell.themes.services.versions import PICTURES, SETTINGS, Look, look_of


@dataclass(frozen=True)
class Difference:
    """`is_colour`: the two values are colours, to be shown as such."""

    name: str
    then: str
    today: str
    is_colour: bool = False


def in_words(name: str, value: Any) -> str:
    if value in (None, ""):
        return _("Nothing")
    if name in PICTURES:
        return _("A picture")
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    choices: Any = dict(Theme._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
    return str({str(key): label for key, label in choices.items()}.get(str(value), value))


def colour_differences(then: Look, today: Look) -> list[Difference]:
    old, new = complete(then.get("colours", {})), complete(today["colours"])
    return [
        Difference(f"{name_of(role)} ({MODE_NAMES[mode]})", old[mode][role], new[mode][role], is_colour=True)
        for mode in MODES
        for role in NAMES
        if old[mode][role].lower() != new[mode][role].lower()
    ]


def differences(then: Look, theme: Theme | None) -> list[Difference]:
    """Colours last: one light colour changes its kin in every set."""
    today = look_of(theme or Theme())
    settings = [name for name in (*SETTINGS, *PICTURES) if name != "colours" and then.get(name) != today[name]]
    found = [
        Difference(
            str(Theme._meta.get_field(name).verbose_name).capitalize(),  # type: ignore[union-attr]
            in_words(name, then.get(name)),
            in_words(name, today[name]) if then.get(name) is None or name not in PICTURES else other(today[name]),
        )
        for name in settings
    ]
    return found + colour_differences(then, today)


def other(value: Any) -> str:
    return _("Another picture") if value else _("Nothing")
