"""What a young person's first sign-in changes, by whichever way they came in."""

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import User, YoungPerson


def note_first_sign_in(sender: object, request: HttpRequest, user: User, **kwargs: object) -> None:
    """Called whenever somebody has signed in: a young person has joined, and their invitation has done its work."""
    if user.council_id is None:  # national staff
        return
    with scope(user.council_id), transaction.atomic():
        young_person = YoungPerson.objects.select_related("person").filter(person__user=user, joined_at=None).first()
        if young_person:
            join(young_person)


def join(young_person: YoungPerson) -> None:
    now = timezone.now()
    young_person.joined_at = now
    young_person.save(update_fields=["joined_at"])
    young_person.person.invitations.filter(used_at=None, withdrawn_at=None).update(used_at=now)
    record("young_person.joined", young_person, by=young_person.person, young_person_id=young_person.pk)
