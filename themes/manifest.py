"""The web manifest: name, colours and signs for a phone's home screen."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from leavingwell.platform.councils.models import Council
from leavingwell.themes.contrast import six_digits
from leavingwell.themes.letter_icons import PNG, SIDES, SVG, Sign, sign_of
from leavingwell.themes.models import Theme, ThemeIcon
from leavingwell.themes.palettes import complete
from leavingwell.translations.kept_settings import kept_here


def icons() -> list[dict[str, str]]:
    """Where the sizes of the council's small sign are; empty without one."""
    found = kept_here("icons", lambda: list(ThemeIcon.objects.defer("content").order_by("name")))
    return [
        {"src": f"{reverse('theme_icon', args=[one.name])}?v={one.mark}", "type": one.kind, **sizes(one)}
        for one in found
    ]


def sizes(icon: ThemeIcon) -> dict[str, str]:
    side = icon.name.removeprefix("icon-").removesuffix(".png")
    return {"sizes": f"{side}x{side}" if side.isdigit() else "16x16 32x32 48x48"}


def letters(sign: Sign) -> list[dict[str, str]]:
    """The sign that is drawn for a council with none of its own; a phone may cut it to its own shape."""
    kinds = {"letter.svg": (SVG, "any")} | {name: (PNG, f"{side}x{side}") for name, side in SIDES.items()}
    return [
        {"src": f"{reverse('theme_icon', args=[name])}?v={sign.mark}", "type": kind, "sizes": side, "purpose": purpose}
        for name, (kind, side) in kinds.items()
        for purpose in ("any", "maskable")
        if purpose == "any" or kind == PNG
    ]


def manifest_of(council: Council, theme: Theme | None) -> dict[str, Any]:
    """It names no person and opens the first page, where whoever opens it signs in."""
    colours = complete(theme.colours if theme else {})["light"]
    with override(council.default_language):  # a cache gives one document to all
        name = str(_("Leaving Well"))
    return {
        "name": f"{name} · {council.name}",
        "short_name": name,
        "lang": council.default_language,
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": six_digits(colours["page-bg"]),
        "theme_color": six_digits(colours["brand"]),
        "icons": [one for one in icons() if one["type"] == PNG] or letters(sign_of(council, theme)),
    }
