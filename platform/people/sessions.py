"""Where somebody is signed in. The one place that ends sessions, browsers' and apps' alike."""

from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from leavingwell.platform.people.models import User


def close_account(user: User) -> None:
    """Nobody signs in with it any more, and whoever is signed in is out at once."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    SocialAccount.objects.filter(user=user).delete()
    end_sessions(user)


def end_sessions(user: User) -> None:
    """Whoever is signed in with it is out at once, everywhere."""
    for session in UserSession.objects.filter(user=user):
        session.end()
