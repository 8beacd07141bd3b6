"""What hangs on the plans of a list is read for all of them at once. A plan alone is left to the optimizer."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import Count, QuerySet
from strawberry import relay
from strawberry.relay.utils import SliceMetadata
from strawberry_django.optimizer import mark_optimized_by_prefetching, optimizer
from strawberry_django.pagination import apply_window_pagination

from leavingwell.graphql.connections import MOST, check_cursor, check_size
from leavingwell.graphql.context import Info
from leavingwell.graphql.plans.relations import noted_as_on
from leavingwell.graphql.questionnaires.progress import EVERY_ANSWER
from leavingwell.graphql.selected import given
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.together import for_each, of_each, put_together, read_with
from leavingwell.questionnaires.models import Response

Rows = QuerySet[Any]


def kept_under(info: Info) -> str:
    """By its place in the document: the same plan and the same list can stand there twice, narrowed otherwise."""
    return "listed_at_" + ".".join(step for step in info._raw_info.path.as_list() if isinstance(step, str))


def read_at_once(rows: Rows, info: Info) -> Sequence[Any]:
    """With what the document asks of them."""
    extension = optimizer.get()
    assert extension is not None  # part of the schema
    return put_together(list(extension.optimize(rows, info=info)))


def rows_on(plan: Plan, info: Info, type_: Any, rows: Rows, narrow: Callable[[Rows], Rows]) -> Iterable[Any]:
    """The plan's own rows: a query that is still to be made, or a page that was read for the whole list."""
    if len(read_with(plan)) == 1:
        return narrow(rows)
    page = page_of(info)

    def read(plans: Sequence[Plan]) -> list[Iterable[Any]]:
        seen = type_.get_queryset(narrow(rows.model.objects.filter(plan__in=plans)), info)
        return pages_of(seen, {one.pk: one for one in plans}, info, page)

    return for_each(plan, kept_under(info), read)


def pages_of(seen: Rows, plans: dict[Any, Plan], info: Info, page: dict[str, Any]) -> list[Iterable[Any]]:
    """In the order of the plans. Of what does not show on its page, each has the number."""
    found = [] if 0 in (page["first"], page["last"]) else read_at_once(a_page_of_each(seen, info, page), info)
    for row in found:
        row.plan = plans[row.plan_id]
    pages = of_each(plans, found, lambda row: row.plan_id)
    if all(pages):
        return [as_read(seen, rows) for rows in pages]
    counts = dict(seen.order_by().values_list("plan_id").annotate(Count("pk", distinct=True)))
    return [as_read(seen, rows) if rows else range(counts.get(key, 0)) for key, rows in zip(plans, pages, strict=True)]


def page_of(info: Info) -> dict[str, Any]:
    """What the document says of the page; faulty arguments are refused as they are for one plan."""
    asked = given(info)
    page = {name: asked.get(name) for name in ("first", "last", "before", "after")}
    for name, value in page.items():
        (check_size if name in ("first", "last") else check_cursor)(name, value)
    return page


def a_page_of_each(rows: Rows, info: Info, page: dict[str, Any]) -> Rows:
    """No more rows of a plan than are shown of it, as strawberry-django pages what it prefetches."""
    part = SliceMetadata.from_arguments(info, max_results=MOST, prefix=relay.types.PREFIX, **page)
    from_behind = part.expected is None
    size = page["last"] if from_behind else part.end - part.start
    return apply_window_pagination(
        rows, related_field_id="plan_id", offset=part.start, limit=size, max_results=MOST, reverse=from_behind
    )


def as_read(rows: Rows, found: list[Any]) -> Rows:
    """The query as if it had found these, so that the connection takes them as they are."""
    made = mark_optimized_by_prefetching(rows.all())
    made._result_cache = found
    return made


def response_on(plan: Plan, info: Info, type_: Any) -> Any:
    """The checklist of its latest review; None for a plan without."""
    if plan.review is None:
        return None
    if len(read_with(plan)) == 1:
        return with_answers(plan, noted_as_on(plan, plan.review.response))

    def read(plans: Sequence[Plan]) -> list[Any]:
        wanted = [one.review and one.review.response_id for one in plans]
        rows = type_.get_queryset(Response.objects.filter(pk__in=filter(None, wanted)), info)
        found = {row.pk: row for row in read_at_once(rows, info)}
        return [found.get(key) for key in wanted]

    return for_each(plan, kept_under(info), read)


def with_answers(plan: Plan, response: Any) -> Any:
    """An earlier field of the same answer may have read them."""
    read = getattr(plan, "checklists", None)
    if read and read.latest == response:
        setattr(response, EVERY_ANSWER, read.latest.answers.all())
    return response
