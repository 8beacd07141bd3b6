"""Who works in the council now, and in which roles somebody can."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import NATIONAL_ROLES, Role
from leavingwell.platform.problems import Message, invalid

STAFF_ROLES = frozenset(Role) - NATIONAL_ROLES - {Role.YOUNG_PERSON, Role.SUPPORTER}
COVERING_ROLES = frozenset({Role.DUTY_WORKER, Role.PERSONAL_ADVISER, Role.TEAM_MANAGER})


def staff() -> QuerySet[Person]:
    """Everybody who works or has worked in the council whose scope is open."""
    return Person.objects.filter(role__in=STAFF_ROLES).exclude(council=None)


def here_now() -> Q:
    """Who has not left and may sign in."""
    return Q(user__is_active=True) & (Q(left_on=None) | Q(left_on__gt=timezone.localdate()))


def is_here(person: Person) -> bool:
    has_left = person.left_on is not None and person.left_on <= timezone.localdate()
    return person.user is not None and person.user.is_active and not has_left


def check_here(person: Person, field: str) -> None:
    if not is_here(person):
        raise invalid(_("%s does not work here any more.") % person.name, field)


def check_role(person: Person, roles: Any, message: Message, field: str) -> None:
    """Raises INVALID for somebody in another role, of no council, or who has left."""
    if person.role not in roles or person.council_id is None:
        raise invalid(message, field)
    check_here(person, field)
