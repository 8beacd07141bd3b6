"""Whether a young person wants what went well to be celebrated. Nobody counts anything for it."""

from django.db import transaction

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson


@transaction.atomic
def set_celebrates(young_person: YoungPerson, wanted: bool, *, by: Person) -> YoungPerson:
    young_person = YoungPerson.objects.select_for_update(of=("self",)).select_related("person").get(pk=young_person.pk)
    before, young_person.celebrates = young_person.celebrates, wanted
    young_person.save(update_fields=["celebrates"])
    changes = {"celebrates": [before, wanted]}
    record("young_person.celebrates", young_person, by=by, young_person_id=young_person.pk, changes=changes)
    return young_person
