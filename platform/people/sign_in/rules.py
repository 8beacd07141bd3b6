"""How the staff of a council sign in: read, and changed by its administrator."""

from hashlib import sha256

from django.db.models import QuerySet

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person, SignInRules
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import STAFF_ROLES, staff


def sign_in_rules() -> SignInRules:
    """Those of the council whose scope is open; at the nation's host, and before any are set, none apply."""
    found = SignInRules.objects.first() if scope.current() else None
    return found or SignInRules()


def provider_key(rules: SignInRules) -> str:
    """Names a council's provider. Another issuer or client is another provider, whose subjects are others."""
    told = sha256(f"{rules.issuer}\n{rules.client_id}".encode()).hexdigest()
    return f"{scope.current_council_id()}:{told}"


def is_staff_here(person: Person | None) -> bool:
    """Works in the council whose scope is open. National staff do not."""
    return person is not None and person.role in STAFF_ROLES and person.council_id == scope.current()


def who_must_use_council_account() -> QuerySet[Person]:
    """Where it is the only way in. An administrator keeps the password for when the provider fails."""
    return staff().exclude(role=Role.COUNCIL_ADMIN).exclude(user=None)


def must_use_council_account(person: Person | None) -> bool:
    if person is None or not is_staff_here(person) or person.role == Role.COUNCIL_ADMIN:
        return False
    rules = sign_in_rules()
    return rules.single_sign_on and rules.only_single_sign_on
