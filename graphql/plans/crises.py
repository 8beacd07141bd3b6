"""Closing a crisis, and how a young person is: stable, fragile or in crisis, with its history."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.access import may, one, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.permitted import Permitted
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.access.relations import READS_THE_CASE
from leavingwell.platform.people import models as people
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services import crises

CaseloadState = people.YoungPerson.State
strawberry.enum(CaseloadState, name="CaseloadState", description="How a young person is.")
CrisisCause = models.Crisis.Cause
strawberry.enum(CrisisCause, name="CrisisCause", description="What it came from.")
CrisisWorked = models.Crisis.Worked
strawberry.enum(CrisisWorked, name="CrisisWorked", description="Whether the response worked.")


@strawberry_django.type(models.Crisis, name="Crisis", description="A crisis as the young person sees it.")
class Crisis(Permitted, relay.Node):
    id: relay.NodeID[str]
    cause: str
    response: str = strawberry_django.field(description="What was done.")
    started_on: date
    closed_on: date | None
    worked: str
    version: int = strawberry_django.field(description="Send it back as `expectedVersion`.")
    recorded_by: Person

    @strawberry_django.field(
        annotate={"repeats": lambda info: crises.repeats()},
        description="Whether it began within 90 days after an earlier one was over, or while that one ran.",
    )
    def repeats(self, root: strawberry.Parent[models.Crisis]) -> bool:
        return crises.is_repeat(root)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_CRISES, "young_person")


@strawberry_django.type(
    models.StateChange, name="StateChange", description="For the case team: when it changed, and why."
)
class StateChange(relay.Node):
    id: relay.NodeID[str]
    before: CaseloadState
    after: CaseloadState
    reason: str
    by: Person
    at: datetime

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(
            queryset, info.context.viewer, Operation.VIEW_YOUNG_PERSON, "young_person", relations=READS_THE_CASE
        )


CloseCrisisResult = Annotated[Crisis | Problems, strawberry.union("CloseCrisisResult")]
SetStateResult = Annotated[StateChange | Problems, strawberry.union("SetStateResult")]


RecordCrisisResult = Annotated[Crisis | Problems, strawberry.union("RecordCrisisResult")]


@strawberry.input
class RecordCrisisInput:
    young_person_id: strawberry.ID
    cause: CrisisCause
    response: str | None = None
    started_on: date | None = None
    worked: CrisisWorked = models.Crisis.Worked.TOO_EARLY
    request_id: UUID | None = None


@strawberry.input
class CloseCrisisInput:
    crisis_id: strawberry.ID
    worked: CrisisWorked
    response: str = strawberry.field(description="What was done.")
    closed_on: date | None = strawberry.field(default=None, description="Left out: today.")
    state: CaseloadState | None = strawberry.field(
        default=None, description="How they are now: asked for when it was the last open crisis."
    )
    expected_version: int | None = None
    request_id: UUID | None = None


@strawberry.input
class SetStateInput:
    young_person_id: strawberry.ID
    state: CaseloadState
    reason: str
    request_id: UUID | None = None


def crisis_for(info: Info, given: str, field: str = "crisisId") -> models.Crisis:
    rows = visible(
        models.Crisis.objects.select_related("young_person"), info.context.viewer, Operation.VIEW_CRISES, "young_person"
    )
    found: models.Crisis = one(rows, required_uuid(given, "Crisis", field), field)
    return found


@strawberry.type
class CrisesMutation:
    @mutation(RecordCrisisResult, "Records a crisis: its cause, what was done, whether it worked.")
    def record_crisis(self, info: Info, input: RecordCrisisInput) -> models.Crisis:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.RECORD_CRISIS, young_person)
        return crises.record_crisis(
            young_person,
            cause=models.Crisis.Cause(input.cause),
            response=input.response or "",
            started_on=input.started_on,
            worked=models.Crisis.Worked(input.worked),
            by=signed_in(info),
        )

    @mutation(CloseCrisisResult, "Closes a crisis: what was done and whether it worked.")
    def close_crisis(self, info: Info, input: CloseCrisisInput) -> models.Crisis:
        crisis = crisis_for(info, input.crisis_id)
        may(info, Operation.CLOSE_CRISIS, crisis.young_person)
        return crises.close_crisis(
            crisis,
            worked=models.Crisis.Worked(input.worked),
            response=input.response,
            closed_on=input.closed_on,
            state=CaseloadState(input.state) if input.state else None,
            expected_version=input.expected_version,
            by=signed_in(info),
        )

    @mutation(SetStateResult, "Says how a young person is now, and why.")
    def set_state(self, info: Info, input: SetStateInput) -> models.StateChange:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.SET_STATE, young_person)
        state = CaseloadState(input.state)
        return crises.set_state(young_person, state=state, reason=input.reason, by=signed_in(info))
