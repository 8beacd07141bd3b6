"""Who may look at whose draft, where a council wants a second person."""

from typing import Any

from wagtail.models import Revision

from leavingwell.content.services.admin_groups import COUNCIL_RULES
from leavingwell.platform.people.models import Person

PUBLISHING_ROLES = [role for role, rule in COUNCIL_RULES.items() if "publish" in rule.pages]


def authors_of(page: Any) -> set[int]:
    """The accounts that wrote what would be published: every version since the one that is live."""
    versions = Revision.objects.for_instance(page)
    if page.live_revision_id:
        live_since = versions.filter(pk=page.live_revision_id).values("created_at")
        versions = versions.filter(created_at__gt=live_since)
    return {user for user in versions.values_list("user_id", flat=True) if user}


def may_decide(page: Any, asked_by_id: Any, person: Person) -> bool:
    """Somebody whose role publishes, who neither asked nor wrote any of it."""
    if person.user is None or person.pk == asked_by_id or person.user.pk in authors_of(page):
        return False
    return bool(page.permissions_for_user(person.user).may_publish())


def who_can_decide(page: Any, asked_by: Person) -> list[Person]:
    """The council's own people to write to."""
    people = Person.objects.filter(role__in=PUBLISHING_ROLES, left_on=None, user__is_active=True)
    authors = authors_of(page)
    return [
        person
        for person in people.exclude(pk=asked_by.pk).exclude(council=None).select_related("user").order_by("name")
        if person.user and person.user.pk not in authors
    ]
