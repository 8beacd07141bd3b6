"""What the first page of the admin says about plans: how many reviews are overdue. A number, and nobody's name."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.access.permissions import user_can_in_council
from leavingwell.platform.councils.admin.doing import ToDo
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.clock_facts import RuleBook, clocks_of, with_clock_facts
from leavingwell.platform.plans.clocks import Kind, State


def overdue() -> int:
    """In the whole council. Two queries."""
    rows, book = YoungPerson.objects.filter(plan__current_until__lt=timezone.localdate()), RuleBook()
    clocks = (clock for row in with_clock_facts(rows) for clock in clocks_of(row, book))
    return sum(clock.kind == Kind.REVIEW and clock.state == State.OVERDUE for clock in clocks)


def reviews(request: Any) -> Iterator[ToDo]:
    if not user_can_in_council(request.viewer or None, CouncilOperation.VIEW_INSIGHT):
        return
    number = overdue()
    words = ngettext("review is overdue", "reviews are overdue", number)
    yield ToDo(number, words, reverse("insight", "leavingwell.platform.urls.council"), order=10)
