"""A phone of one's own stays signed in; a shared or borrowed one forgets as soon as the browser is closed."""

from typing import Any

from django.http import HttpRequest

SHARED = "shared"


def remember_or_forget(sender: object, request: HttpRequest, **kwargs: Any) -> None:
    """Called when somebody has signed in: the code page asks whose phone it is."""
    if request.POST.get("device") == SHARED:
        request.session.set_expiry(0)


def is_own(request: HttpRequest) -> bool:
    """The reader said that this device is theirs alone."""
    return not request.session.get_expire_at_browser_close()
