"""The young person's own order of what to look at first. Advice only: nothing else hangs on it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import FocusOrder, Plan
from leavingwell.platform.plans.state_of_play import checklists_of
from leavingwell.platform.plans.summary import focus_codes, read_orders
from leavingwell.platform.problems import invalid, not_found, wrong_state


def check_codes(questions: Sequence[str], suggested: Sequence[str]) -> None:
    for place, code in enumerate(questions[: len(suggested) + 1]):
        if code not in suggested:
            raise not_found(f"questions.{place}")
        if code in questions[:place]:
            raise invalid(_("This question is there twice."), f"questions.{place}")


@transaction.atomic
def order_focus(plan: Plan, questions: Sequence[str], *, by: Person) -> Plan:
    """Keeps the order; what is not named comes after, as suggested. None at all goes back to the suggestion.

    Raises NOT_FOUND for a question that is not in the focus, INVALID for one named twice, WRONG_STATE while there is no
    checklist.
    """
    Plan.objects.select_for_update().get(pk=plan.pk)
    response = checklists_of(plan).latest
    if response is None:
        raise wrong_state(_("There is no checklist yet."))
    before = focus_codes(response, *read_orders([plan]))
    check_codes(questions, before)
    kept = {"questions": list(questions), "ordered_at": timezone.now()}
    order, _created = FocusOrder.objects.update_or_create(plan=plan, defaults=kept)
    changes = {"questions": [before, list(questions)]}
    record("focus.ordered", order, by=by, young_person_id=plan.young_person_id, changes=changes)
    return plan
