"""What stands round each page."""

from typing import Any

from django import template
from django.http import HttpRequest

from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.devices import IDLE_MINUTES, is_shared
from leavingwell.themes.portal.exits import EXIT
from leavingwell.themes.portal.handing_over import handed_over
from leavingwell.themes.portal.languages import navigation_language
from leavingwell.themes.portal.menus import Entry, menu_of
from leavingwell.themes.portal.shell import Shell
from leavingwell.themes.portal.shell import shell as shell_of
from leavingwell.themes.portal.whose import Whose

register = template.Library()


@register.simple_tag(takes_context=True)
def shell(context: Any) -> Shell:
    return shell_of(context["request"])


@register.simple_tag(takes_context=True)
def navigation(context: Any) -> Any:
    """The language of what stands round the page, where that is not the page's own: `code` and `direction`."""
    code, council = navigation_language(context["request"]), shell_of(context["request"])["council"]
    return next((one for one in council["languages"] if one["code"] == code), None) if code and council else None


@register.simple_tag(takes_context=True)
def menu(context: Any) -> list[Entry]:
    """None where the screen is, or may be, in the young person's hands."""
    request = context["request"]
    together = getattr(context.get("whose"), "channel", "") == "TOGETHER"
    return [] if together or handed_over(request) else menu_of(request)


@register.simple_tag(takes_context=True)
def for_staff(context: Any) -> bool:
    """Whether somebody at work looks, who needs more at once. A preview is as wide as young people see it."""
    request = context["request"]
    viewer = shell_of(request)["viewer"]
    return bool(
        viewer and not viewer["youngPerson"] and viewer["role"] != "supporter" and not getattr(request, "preview", None)
    )


@register.simple_tag(takes_context=True)
def shared_device(context: Any) -> int:
    """The minutes without use after which it forgets; 0 for a device that is not shared."""
    return IDLE_MINUTES if is_shared(context["request"]) else 0


@register.simple_tag(takes_context=True)
def help_lines(context: Any) -> Any:
    """Whom to call now, where a page must show it at once."""
    return ask(context["request"], "help-lines")["helpLines"]


@register.simple_tag
def exit_address() -> str:
    return EXIT


@register.simple_tag(takes_context=True)
def here(context: Any) -> str:
    """Where the reader is; for a form that was sent, the page that it belongs to."""
    request: HttpRequest = context["request"]
    return request.get_full_path() if request.method == "GET" else context.get("home_of_form", "/")


@register.simple_tag
def place(whose: Whose, name: str, **more: str) -> str:
    """The address of a page about the same young person."""
    return whose.address(name, **more)
