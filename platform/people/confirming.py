"""An address is somebody's own once a code that was sent there has signed them in. Warnings go to no other."""

from django.http import HttpRequest
from django.utils import timezone

from leavingwell.platform.people.models import User

BY_CODE = "code"  # allauth's name for this way to sign in


def confirm_address(user: User) -> None:
    User.objects.filter(pk=user.pk).update(email_confirmed_at=timezone.now())


def note_code(sender: object, request: HttpRequest, method: str, user: User, **kwargs: object) -> None:
    """Called by allauth when somebody has shown who they are; `email` is where the code was sent."""
    if method == BY_CODE and user.email and str(kwargs.get("email")).lower() == user.email:
        confirm_address(user)
