"""What hangs on the plans of a list is read for all of them at once. A plan alone is left to the optimizer."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from strawberry_django.optimizer import optimizer

from leavingwell.graphql.context import Info
from leavingwell.graphql.plans.relations import noted_as_on
from leavingwell.graphql.questionnaires.progress import EVERY_ANSWER
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.together import for_each, put_together, read_with
from leavingwell.questionnaires.models import Response

Rows = QuerySet[Any]


def kept_under(info: Info) -> str:
    """The same list can be asked for twice, narrowed otherwise."""
    return f"listed_as_{info._raw_info.path.key}"


def read_at_once(type_: Any, rows: Rows, info: Info) -> Sequence[Any]:
    """Those that the viewer may see, with what the document asks of them."""
    extension = optimizer.get()
    assert extension is not None  # part of the schema
    return put_together(list(extension.optimize(type_.get_queryset(rows, info), info=info)))


def rows_on(plan: Plan, info: Info, type_: Any, rows: Rows, narrow: Callable[[Rows], Rows]) -> Iterable[Any]:
    """The plan's own rows: a query that is still to be made, or what was read for the whole list."""
    if len(read_with(plan)) == 1:
        return narrow(rows)

    def read(plans: Sequence[Plan]) -> list[list[Any]]:
        by_key, of_plan = {one.pk: one for one in plans}, defaultdict(list)
        for row in read_at_once(type_, narrow(rows.model.objects.filter(plan__in=plans)), info):
            row.plan = by_key[row.plan_id]
            of_plan[row.plan_id].append(row)
        return [of_plan[one.pk] for one in plans]

    return for_each(plan, kept_under(info), read)


def response_on(plan: Plan, info: Info, type_: Any) -> Any:
    """The checklist of its latest review; None for a plan without."""
    if plan.review is None:
        return None
    if len(read_with(plan)) == 1:
        return with_answers(plan, noted_as_on(plan, plan.review.response))

    def read(plans: Sequence[Plan]) -> list[Any]:
        wanted = [one.review and one.review.response_id for one in plans]
        rows = read_at_once(type_, Response.objects.filter(pk__in=filter(None, wanted)), info)
        found = {row.pk: row for row in rows}
        return [found.get(key) for key in wanted]

    return for_each(plan, kept_under(info), read)


def with_answers(plan: Plan, response: Any) -> Any:
    """An earlier field of the same answer may have read them."""
    read = getattr(plan, "checklists", None)
    if read and read.latest == response:
        setattr(response, EVERY_ANSWER, read.latest.answers.all())
    return response
