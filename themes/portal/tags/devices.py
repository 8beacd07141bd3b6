"""What somebody is signed in with, in words that they know."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()
# The first that a browser's own description contains is it: most also name those below them.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


def first_in(description: str, names: dict[str, str]) -> str:
    return next((name for mark, name in names.items() if mark in description), "")


@register.filter
def device(description: str) -> str:
    """Chrome on Android, for what the browser says of itself."""
    browser, system = first_in(description, BROWSERS), first_in(description, SYSTEMS)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Another device")
