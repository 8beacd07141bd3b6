"""An address as a picture that a phone's camera reads."""

from typing import Any

import qrcode
from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()
QUIET = 4  # modules of white round it, as cameras need


@register.simple_tag(takes_context=True)
def own_phone(context: Any) -> dict[str, str]:
    """Where a young person says how they are, for their own phone: as it is typed, and whole."""
    request = context["request"]
    place = reverse("check_in")
    return {"short": f"{request.get_host()}{place}", "whole": request.build_absolute_uri(place)}


@register.simple_tag
def qr_code(address: str) -> SafeString:
    """Drawn into the page, so that it works without another request. The same address must stand beside it in words."""
    code = qrcode.QRCode(border=QUIET)
    code.add_data(address)
    rows = code.get_matrix()
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path fill="currentColor" d="{2}"/></svg>',
        len(rows),
        _("A picture of the address, for a camera"),
        "".join(drawn(rows)),
    )


def drawn(rows: list[list[bool]]) -> list[str]:
    """A stroke for each run of dark modules in a row."""
    strokes = []
    for down, row in enumerate(rows):
        across = 0
        while across < len(row):
            if not row[across]:
                across += 1
                continue
            end = next((place for place in range(across, len(row)) if not row[place]), len(row))
            strokes.append(f"M{across} {down}h{end - across}v1h-{end - across}z")
            across = end
    return strokes
