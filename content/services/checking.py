"""Keeping offers true: somebody looks at each, and says so."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from leavingwell.content.models import OfferPage
from leavingwell.content.models.pages.offer import CHECK_EVERY
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid

LATEST = timedelta(days=3 * 366)  # the furthest day on which to look again


def never_checked() -> Q:
    return Q(last_checked_on=None, next_check_on=None)


def check_overdue(day: date | None = None) -> Q:
    """Offers whose day to be looked at again has passed, and those at which nobody has ever looked."""
    day = day or timezone.localdate()
    by_itself = Q(next_check_on=None, last_checked_on__lt=day - CHECK_EVERY)
    return Q(next_check_on__lt=day) | by_itself | never_checked()


@transaction.atomic
def note_check(offer: OfferPage, *, by: Person, next_check_on: date | None = None) -> OfferPage:
    """Notes that somebody looked today and found the offer right; a waiting draft of it learns of that too.

    `next_check_on` is the day to look again, half a year from now when it is not given.
    Raises INVALID for one that is not in the next three years.
    """
    today = timezone.localdate()
    again = next_check_on or today + CHECK_EVERY
    if not today < again <= today + LATEST:
        raise invalid(_("Choose a day in the next three years."), "nextCheckOn")
    before = offer.next_check_on
    facts = {"last_checked_on": today, "last_checked_by": by.name[:150], "next_check_on": again}
    changes = {"next_check_on": [str(before) if before else None, str(again)]}
    record("offer.checked", offer, by=by, changes=changes)
    OfferPage.objects.filter(pk=offer.pk).update(**facts)
    for name, value in facts.items():
        setattr(offer, name, value)
    for revision in waiting(offer):
        revision.content.update({name: str(value) for name, value in facts.items()})
        revision.save(update_fields=["content"])
    return offer


def waiting(offer: OfferPage) -> list[Revision]:
    """What may yet be published of it: the latest version, and one that has a day for it."""
    return list(offer.revisions.filter(Q(pk=offer.latest_revision_id) | Q(approved_go_live_at__isnull=False)))
