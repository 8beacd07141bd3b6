"""Where somebody is signed in. The one place that ends sessions: browsers', apps' and tokens alike."""

from collections.abc import Iterable
from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.utils import timezone

from leavingwell.platform.people.models import User


def close_account(user: User) -> None:
    """Nobody signs in with it any more, and whoever is signed in is out at once."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    SocialAccount.objects.filter(user=user).delete()
    end_sessions(user)


def end_sessions(user: User) -> None:
    """Whoever is signed in with it is out at once, everywhere."""
    user.sessions_ended_at = end_sessions_of([user.pk])


def end_sessions_of(accounts: Iterable[int]) -> datetime:
    """The same for many at once; gives the moment. allauth's rows are what people see of their sessions: not all."""
    keys, now = list(accounts), timezone.now()
    User.objects.filter(pk__in=keys).update(sessions_ended_at=now)
    UserSession.objects.filter(user__in=keys).delete()
    return now
