"""The welcome that explains the plan: shown until a young person has seen or skipped it."""

from django.db import transaction
from django.utils import timezone

from leavingwell.platform.people.models import YoungPerson


@transaction.atomic
def mark_welcomed(young_person: YoungPerson) -> YoungPerson:
    """Keeps the first time; reading it again changes nothing."""
    young_person = YoungPerson.objects.select_for_update(no_key=True).get(pk=young_person.pk)
    if young_person.welcomed_at is None:
        young_person.welcomed_at = timezone.now()
        young_person.save(update_fields=["welcomed_at"])
    return young_person
