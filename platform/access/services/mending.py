"""Making the grants again what the records say."""

from collections.abc import Iterable

from django.contrib.auth.models import Permission
from django.db import transaction

from leavingwell.platform.access.drift import Drift, Held, drift
from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person


def remove(surplus: Iterable[Held]) -> None:
    for one in surplus:
        YoungPersonGrant.objects.filter(
            user=one.user_id, permission__codename=one.relation, content_object=one.young_person_id
        ).delete()


def add(missing: Iterable[Held]) -> None:
    permissions = {
        permission.codename: permission
        for permission in Permission.objects.filter(content_type__app_label="people", codename__startswith="relation_")
    }
    YoungPersonGrant.objects.bulk_create(
        YoungPersonGrant(
            user_id=one.user_id,
            permission=permissions[one.relation],
            content_object_id=one.young_person_id,
            until=one.until,
        )
        for one in missing
    )


@transaction.atomic
def mend(council: Council, *, by: Person | None) -> Drift:
    """Revokes and grants what drifted in the council whose scope is open, on the record; gives what it found."""
    Council.objects.select_for_update().get(pk=council.pk)  # two who mend at once come one after the other
    found = drift()
    if found:
        remove(found.surplus)
        add(found.missing)
        counts = {"revoked": [None, len(found.surplus)], "granted": [None, len(found.missing)]}
        record("relations.mended", council, by=by, changes=counts)
    return found
