"""What every mutation does around its service: one transaction, typed problems, and no second time for a repeat."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar
from uuid import UUID

import strawberry
from django.apps import apps
from django.db import connection, models, transaction

from leavingwell.graphql.context import Info
from leavingwell.graphql.problems import Problems, problems_type
from leavingwell.platform import problems as platform
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import require, require_in_council
from leavingwell.platform.audit.models import Receipt
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import not_allowed


class Input(Protocol):
    request_id: UUID | None


Result = TypeVar("Result", bound=models.Model)
Work = Callable[[Any, Info, Any], Result]
WITHOUT_A_RELATION = {
    "invite_young_person",  # its right comes from the role
    *("mark_notices_read", "set_notice_preference"),  # the viewer's own
}

BY_ROLE = {
    "move_to_team": CouncilOperation.VIEW_CASELOAD,  # whoever has moved them may not see them any more
    "hand_over_caseload": CouncilOperation.HAND_OVER_CASELOAD,
    **dict.fromkeys(("start_duty_cover", "end_duty_cover"), CouncilOperation.MANAGE_DUTY),
    **dict.fromkeys(("invite_staff", "change_staff", "remove_staff"), CouncilOperation.MANAGE_STAFF),
}


def signed_in(info: Info) -> Person:
    """The viewer. Raises NOT_ALLOWED for a visitor."""
    if info.context.viewer is None:
        raise not_allowed(platform.SIGN_IN_FIRST)
    return info.context.viewer


def young_person_of(result: Any) -> YoungPerson:
    """Whom the result of a mutation is about."""
    if isinstance(result, YoungPerson):
        return result
    young_person: YoungPerson = getattr(result, "plan", result).young_person
    return young_person


def earlier_result(viewer: Person, operation: str, request_id: UUID) -> models.Model | None:
    """What the same request did before.

    Raises CONFLICT when its id was used for something else, NOT_FOUND when the viewer may no longer see it: the row is
    told as it is now, perhaps by somebody who has lost the young person since. Whoever invites may never see them.
    """
    receipt = Receipt.objects.filter(actor_id=viewer.pk, request_id=request_id).first()
    if receipt is None:
        return None
    if receipt.operation != operation:
        raise platform.refuse(platform.ProblemCode.CONFLICT, platform.ID_USED_BEFORE, "requestId")
    result: models.Model = apps.get_model(receipt.result_type)._default_manager.get(pk=receipt.result_id)
    if operation in BY_ROLE:
        require_in_council(viewer, BY_ROLE[operation])
    elif operation not in WITHOUT_A_RELATION:
        require(viewer, Operation.VIEW_YOUNG_PERSON, young_person_of(result))
    return result


def wait_for(viewer: Person, request_id: UUID) -> None:
    """A repeat in parallel waits here for the first. It locks no row: services do, in an order of their own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{viewer.pk} {request_id}"])


def once(info: Info, operation: str, request_id: UUID | None, work: Callable[[], models.Model]) -> models.Model:
    """Does the work, unless the same person's request with this id has done it already."""
    viewer = signed_in(info)
    if request_id is None:
        return work()
    wait_for(viewer, request_id)
    if before := earlier_result(viewer, operation, request_id):
        return before
    result = work()
    Receipt.objects.create(
        request_id=request_id,
        actor_id=viewer.pk,
        operation=operation,
        result_type=result._meta.label_lower,
        result_id=result.pk,
    )
    return result


def mutation(result: Any, description: str) -> Callable[[Work[Any]], Any]:
    """A root field `name(input:)` whose function returns a model instance.

    `result` is the union that the API shows: the instance's type, or `Problems` when the service refused.
    """

    def decorate(work: Work[Any]) -> Any:
        @wraps(work)
        def resolve(self: Any, info: Info, input: Any) -> Any:
            try:
                with transaction.atomic():
                    return once(info, work.__name__, input.request_id, lambda: work(self, info, input))
            except platform.Problems as found:
                return problems_type(found)

        resolve.__annotations__["return"] = result
        return strawberry.mutation(resolve, description=description)

    return decorate


__all__ = ["Problems", "mutation", "signed_in"]
