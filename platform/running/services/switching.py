"""Taking a council out of use, and back: its host shows one neutral page, and everything it has is kept."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, wrong_state

LONGEST_REASON = 1000


@transaction.atomic
def switch(council: Council, *, on: bool, reason: str, by: Person | None) -> Council:
    """Raises INVALID without a reason, WRONG_STATE where it is so already."""
    if not reason.strip():
        raise invalid(_("Say why: it stays on record."), "reason")
    if len(reason) > LONGEST_REASON:
        raise invalid(_("Please keep it to 1,000 characters."), "reason")
    council = Council.objects.select_for_update().get(pk=council.pk)
    if council.is_active == on:
        raise wrong_state(_("It is in use already.") if on else _("It is out of use already."))
    council.is_active = on
    council.save(update_fields=["is_active"])
    action = "council.switched_on" if on else "council.switched_off"
    record(action, council, by=by, changes={"is_active": [not on, on]}, reason=reason, council_id=council.pk)
    return council
