"""The picture of how somebody has been."""

from typing import Any

from django import template
from django.utils.translation import get_language_bidi

from leavingwell.themes.portal.reading.trend import trend_of

register = template.Library()


@register.inclusion_tag("portal/parts/trend.html")
def trend(check_ins: list[dict[str, Any]]) -> dict[str, Any]:
    """A calm picture, with the same as a table. `check_ins` are oldest first."""
    return {"check_ins": check_ins, "trend": trend_of(check_ins, rtl=get_language_bidi())}
