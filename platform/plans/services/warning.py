"""Warning a young person of what somebody else did in their name or with their data: they are told in any case.

The notice stands in the portal. The e-mail goes to an address that is known to be theirs, whatever else they chose.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.letters import Letter, post
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services.noticing import can_be_told

LETTERS: dict[Notice.Kind, Letter] = {
    Notice.Kind.CODE_MADE: (_("A code to sign in was made for you"), "plans/code_made.txt"),
    Notice.Kind.COPY_ASKED_FOR: (_("Something was done that you should know of"), "plans/look_who.txt"),
}


@transaction.atomic
def warn(young_person: YoungPerson, kind: Notice.Kind, *, key: str) -> None:
    """Once for each `key`. Needs a council's scope; the e-mail leaves once all that is written now is stored."""
    person = young_person.person
    if not can_be_told(person):
        return
    notice, is_new = Notice.objects.get_or_create(
        recipient=person, kind=kind, key=key, defaults={"young_person": young_person}
    )
    if is_new and person.user and person.user.email_confirmed_at:
        post(person, notice.council, LETTERS[kind])
