"""What a council's pictures must be: said in words before they are used."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from leavingwell.themes.models import Theme

SPACES = (
    (Decimal("0.00"), gettext_lazy("None")),
    (Decimal("0.25"), gettext_lazy("A quarter of its height")),
    (Decimal("0.50"), gettext_lazy("Half its height")),
    (Decimal("1.00"), gettext_lazy("Its whole height")),
)
SMALLEST_ICON, WIDEST_OFF_SQUARE = 192, 0.05
NARROWEST_HEADER, SQUAREST_HEADER = 1200, 1.5
Found = dict[str, Any]


def size(image: Any) -> dict[str, int]:
    return {"width": image.width, "height": image.height}


def icon_errors(theme: "Theme") -> Found:
    image = theme.favicon
    if image is None:
        return {}
    if abs(image.width - image.height) > WIDEST_OFF_SQUARE * max(image.width, image.height):
        return {"favicon": _("This is %(width)s by %(height)s pixels. Choose a square picture.") % size(image)}
    if min(image.width, image.height) < SMALLEST_ICON:
        words = _(
            "This is %(width)s by %(height)s pixels. Choose one of 192 pixels or more, or it is a blur on phones."
        )
        return {"favicon": words % size(image)}
    return {}


def header_errors(theme: "Theme") -> Found:
    image = theme.header_image
    if image is None:
        return {}
    if image.width < NARROWEST_HEADER or image.width < SQUAREST_HEADER * image.height:
        words = _("This is %(width)s by %(height)s pixels. Choose a wide picture, 1200 pixels or more.")
        return {"header_image": words % size(image)}
    if not theme.header_is_decoration and not theme.header_alternative_text.strip():
        return {"header_alternative_text": _("Say what the picture shows, or tick that it is only decoration.")}
    return {}


def logo_errors(theme: "Theme") -> Found:
    if theme.logo is None or theme.logo_alternative_text.strip():
        return {}
    return {"logo_alternative_text": _("Say what the logo shows, for people who cannot see it.")}


def picture_errors(theme: "Theme") -> Found:
    """By field, what is wrong with the logo, the small sign and the header picture."""
    return {**logo_errors(theme), **icon_errors(theme), **header_errors(theme)}
