"""What a young person can get and wants to find again."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.known_offers import saved_as
from leavingwell.platform.plans.models import SavedOffer
from leavingwell.platform.problems import invalid
from leavingwell.translations.localised import LocalizedText

MOST = 200


@transaction.atomic
def save_offer(young_person: YoungPerson, offer: UUID, title: LocalizedText, *, by: Person) -> YoungPerson:
    """Keeps it; what is kept already stays as it is. Raises INVALID when the list is full.

    `title` is what it is called today in the young person's language: shown should it be gone one day.
    """
    YoungPerson.objects.select_for_update(of=("self",)).get(pk=young_person.pk)
    if saved_as(young_person, offer):
        return young_person
    if young_person.saved_offers.count() >= MOST:
        raise invalid(_("Your list is full. Take something off it first."), "offerId")
    named = {"title": title.value, "language": title.language}
    saved = SavedOffer.objects.create(young_person=young_person, offer=offer, **named)
    record("saved_offer.added", saved, by=by, young_person_id=young_person.pk)
    return young_person


@transaction.atomic
def let_go_of_offer(young_person: YoungPerson, offer: UUID, *, by: Person) -> YoungPerson:
    """Takes it off the list, also what is no longer offered; what is not on it is no fault."""
    for saved in saved_as(young_person, offer):
        record("saved_offer.removed", saved, by=by, young_person_id=young_person.pk)
        saved.delete()
    return young_person
