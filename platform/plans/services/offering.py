"""From 21: the yearly message that the door is open, its answer, the slim plan (Children Act 1989 section 23CZB)."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.clocks import OFFERS_FROM, OFFERS_UNTIL
from leavingwell.platform.plans.models import Notice, Plan, Review, YearlyOffer
from leavingwell.platform.plans.services.contacts import checked_day
from leavingwell.platform.plans.services.noticing import can_be_told, notify
from leavingwell.platform.plans.services.reviewing import open_next_review, open_plan
from leavingwell.platform.plans.whom_to_tell import manager_of, on_duty, worker_of
from leavingwell.platform.problems import invalid, wrong_state

FROM_21 = _("This is for people from 21 until they turn 25.")


def check_age(young_person: YoungPerson) -> None:
    if not OFFERS_FROM <= young_person.age < OFFERS_UNTIL:
        raise wrong_state(FROM_21)


@transaction.atomic
def send_offer(young_person: YoungPerson, today: date) -> YearlyOffer | None:
    """Tells them in the portal, and by e-mail, that the door is open. None where they have no live account: a worker
    writes to them then, and notes it with `record_offer`.
    """
    if not can_be_told(young_person.person):
        return None
    offer, is_new = YearlyOffer.objects.get_or_create(young_person=young_person, sent_on=today)
    if is_new:
        record("offer.sent", offer, by=None, young_person_id=young_person.pk)
    about = f"offer:{offer.pk}"
    notify([young_person.person], Notice.Kind.DOOR_IS_OPEN, young_person=young_person, key=about)
    return offer


@transaction.atomic
def record_offer(young_person: YoungPerson, *, by: Person, on: date | None = None) -> YearlyOffer:
    """Notes that they were told in another way, such as by letter. Raises WRONG_STATE or INVALID."""
    check_age(young_person)
    day = checked_day(on, "on", young_person)
    offer, is_new = YearlyOffer.objects.get_or_create(young_person=young_person, sent_on=day)
    if not is_new:
        raise invalid(_("That is noted already."), "on")
    record("offer.recorded", offer, by=by, young_person_id=young_person.pk, changes={"on": [None, day.isoformat()]})
    return offer


@transaction.atomic
def answer_offer(offer: YearlyOffer, *, answer: YearlyOffer.Answer, by: Person) -> YearlyOffer:
    """Their answer, which they can change until they turn 25. Who wants support is told to staff the same day.

    Raises WRONG_STATE at another age.
    """
    young_person = offer.young_person
    check_age(young_person)
    offer = YearlyOffer.objects.select_for_update(of=("self",)).get(pk=offer.pk)
    before, offer.answer, offer.answered_on = offer.answer, answer, timezone.localdate()
    offer.save(update_fields=["answer", "answered_on"])
    changes: dict[str, list[Any]] = {"answer": [before, answer]}
    record("offer.answered", offer, by=by, young_person_id=young_person.pk, changes=changes)
    if answer == YearlyOffer.Answer.WANTS_SUPPORT:
        about = f"offer:{offer.pk}"
        notify(who_answers(young_person), Notice.Kind.DOOR_IS_OPEN, young_person=young_person, key=about)
    return offer


def who_answers(young_person: YoungPerson) -> list[Person]:
    """The worker where there is one, duty, and the team's manager."""
    people = [worker_of(young_person), *on_duty(young_person), manager_of(young_person)]
    return [person for person in people if person]


@transaction.atomic
def open_slim_plan(young_person: YoungPerson, *, by: Person) -> Plan:
    """The plan of somebody from 21 who asked for support, with a review to work on: the earlier plan goes on as one.

    Raises WRONG_STATE at another age, or when it is a slim plan already.
    """
    check_age(young_person)
    plan = Plan.objects.filter(young_person=young_person).first() or open_plan(young_person, by=by)
    rows = Plan.objects.select_for_update(of=("self",)).select_related("review__response", "young_person")
    plan = rows.get(pk=plan.pk)
    if plan.kind == Plan.Kind.SLIM:
        raise wrong_state(_("They have a slim plan already."))
    if plan.review is None or plan.review.state == Review.State.CURRENT:
        open_next_review(plan, Review.Occasion.ASKED_FOR, by=by)
    plan.kind = Plan.Kind.SLIM
    plan.save(update_fields=["kind"])
    changes: dict[str, list[Any]] = {"kind": [Plan.Kind.FULL, Plan.Kind.SLIM]}
    record("plan.made_slim", plan, by=by, young_person_id=young_person.pk, changes=changes)
    return plan
