"""Giving the young person a copy of their plan, and explaining it (Care Leavers Regulations 2010 regs 5 to 7)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import CopyGiven, Review
from leavingwell.platform.plans.services.contacts import checked_day
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.problems import invalid, wrong_state
from leavingwell.translations.languages import LANGUAGES

Form = CopyGiven.Form


@dataclass(frozen=True)
class Handover:
    form: Form
    language: str
    on: date | None = None
    explained_on: date | None = None
    interpreter: bool = False
    note: str = ""


def agreed_on(review: Review) -> date:
    """Raises WRONG_STATE for a version that nobody has signed off: there is nothing to give yet."""
    if review.state != Review.State.CURRENT or review.authorised_at is None:
        raise wrong_state(_("This version is not agreed yet. Give a copy once it is."))
    return timezone.localdate(review.authorised_at)


@transaction.atomic
def give_copy(review: Review, given: Handover, *, by: Person) -> CopyGiven:
    """Notes a copy. Raises WRONG_STATE before sign-off, INVALID for days outside the time since or the language."""
    first = agreed_on(review)
    if given.language not in LANGUAGES:
        raise invalid(_("Choose a language from the list."), "language")
    young_person = review.plan.young_person
    days = {"on": checked_day(given.on, "on", young_person)}
    if given.explained_on:
        days["explainedOn"] = checked_day(given.explained_on, "explainedOn", young_person)
    for field, day in days.items():
        if day < first:
            raise invalid(_("The plan was not agreed yet on that day."), field)
    copy = CopyGiven.objects.create(
        review=review,
        on=days["on"],
        form=given.form,
        language=given.language,
        explained_on=days.get("explainedOn"),
        interpreter=given.interpreter,
        note=checked_text(given.note, "note", longest=1000),
        by=by,
    )
    record("copy.given", copy, by=by, young_person_id=young_person.pk, changes={"form": [None, copy.form]})
    return copy


@transaction.atomic
def have_read(review: Review, *, by: Person, language: str) -> CopyGiven:
    """The young person says that they have read it here. Said again, it stays said once. Raises WRONG_STATE."""
    Review.objects.select_for_update().get(pk=review.pk)
    said = CopyGiven.objects.filter(review=review, by=by, form=Form.PORTAL).first()
    return said or give_copy(review, Handover(form=Form.PORTAL, language=language), by=by)
