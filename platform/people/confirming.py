"""An address is somebody's own once a code that was sent there has come back. Warnings go to no other.

Staff type in young people's addresses, perhaps their own. So it is no way in to what a young person has begun until
they have confirmed it, from where they are signed in (`people.own_address`).
"""

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone

from leavingwell.platform.people.models import Invitation, User
from leavingwell.platform.people.roles import Role

BY_CODE = "code"  # allauth's name for this way to sign in


def confirm_address(user: User) -> None:
    User.objects.filter(pk=user.pk).update(email_confirmed_at=timezone.now())


def without_proof() -> QuerySet[User]:
    """Young people's accounts whose address is not confirmed: no password is chosen by it, which would outlive it."""
    return User.objects.filter(email_confirmed_at=None, person__role=Role.YOUNG_PERSON)


def without_code() -> QuerySet[User]:
    """Those of them who cannot sign in by a code that is sent there.

    It lets in for the first time alone, and only whom the newest invitation seeks there. Needs the council's scope.
    """
    theirs = Invitation.objects.filter(person__user=OuterRef("pk")).order_by("-made_at")
    by_letter = Q(newest=Invitation.Channel.LETTER) | Q(person__young_person__joined_at__isnull=False)
    return without_proof().annotate(newest=Subquery(theirs.values("channel")[:1])).filter(by_letter)


def note_code(sender: object, request: HttpRequest, method: str, user: User, **kwargs: object) -> None:
    """Called by allauth when somebody has shown who they are; `email` is where the code was sent."""
    is_theirs = bool(user.email) and str(kwargs.get("email")).lower() == user.email
    if method == BY_CODE and is_theirs and not without_code().filter(pk=user.pk).exists():
        confirm_address(user)
