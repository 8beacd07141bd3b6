from collections.abc import Iterable
from uuid import UUID

import strawberry
import strawberry_django

from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.council.types import council_type
from leavingwell.graphql.errors import allowed_or_error
from leavingwell.graphql.ids import opaque, uuid_of, with_id
from leavingwell.graphql.people.types import AttentionLevel, AttentionReason, Viewer, YoungPerson
from leavingwell.graphql.plans.clocks import ClockState
from leavingwell.graphql.plans.crises import CaseloadState
from leavingwell.graphql.questionnaires.types import CheckIn
from leavingwell.graphql.selected import asks_for
from leavingwell.graphql.sights import note
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.audit.seeing import Seen
from leavingwell.platform.people import models
from leavingwell.platform.plans import caseload
from leavingwell.platform.plans.due import young_people_with
from leavingwell.questionnaires.models import CheckIn as CheckInRow

NOBODY = UUID(int=0)  # what is no id of a person or a team is nobody's list


@strawberry.type
class PeopleQuery:
    @strawberry.field(description="Whoever is signed in; null for a visitor.")
    def viewer(self, info: Info) -> Viewer | None:
        person = info.context.viewer
        if person is None:
            return None
        return Viewer(
            person=person,
            id=opaque("Person", person.pk),
            name=person.name,
            role=person.role,
            language=person.language or info.context.council.default_language,
            council=council_type(info.context.council),
        )

    @strawberry_django.connection(
        Connection[YoungPerson],
        description=(
            "The viewer's young people, those who need attention first. `clock`: with a clock in that state; `level`: "
            "with a reason that soon; `reason`: with that reason; `wantsHelpWith`: who said so at that question; "
            "`worker`: whose personal adviser that person is; `team`: who are in that team; `planInForce`: with an "
            "agreed plan that is not out of date, or without; `longSilent`: nobody was in touch for six weeks."
        ),
    )
    def caseload(
        self,
        info: Info,
        state: CaseloadState | None = None,
        clock: ClockState | None = None,
        search: str | None = None,
        level: AttentionLevel | None = None,
        reason: AttentionReason | None = None,
        wants_help_with: str | None = None,
        worker: strawberry.ID | None = None,
        team: strawberry.ID | None = None,
        plan_in_force: bool | None = None,
        long_silent: bool = False,
    ) -> Iterable[models.YoungPerson]:
        allowed_or_error(info, CouncilOperation.VIEW_CASELOAD)
        viewer, clocks = info.context.viewer, info.context.on_clocks
        narrowed = caseload.Narrowed(
            state=state,
            search=search or "",
            level=level,
            reason=reason,
            help_with=wants_help_with or "",
            worker=(uuid_of(worker, "Person") or NOBODY) if worker else None,
            team=(uuid_of(team, "Team") or NOBODY) if team else None,
            in_force=plan_in_force,
            long_silent=long_silent,
        )
        rows = caseload.caseload(viewer, narrowed, clocks=clocks)
        if clock:
            rows = rows.filter(pk__in=young_people_with(info.context.viewer, info.context.rule_book, clock))
        if wants_help_with:  # who is in this list has told so: also where only their number is asked for
            for pk in rows.values_list("pk", flat=True):
                note(info.context, pk, Seen.ANSWERS)
        return rows

    @strawberry_django.field(description="One young person whom the viewer may see.")
    def young_person(self, info: Info, id: strawberry.ID) -> YoungPerson | None:
        rows = models.YoungPerson.objects.all()
        if asks_for(info, "attention"):
            rows = caseload.with_attention(rows, info.context.viewer)
        return with_id(rows, id, "YoungPerson")

    @strawberry_django.connection(Connection[CheckIn], description="A young person's check-ins, newest first.")
    def check_ins(self, info: Info, young_person_id: strawberry.ID) -> Iterable[CheckInRow]:
        return CheckInRow.objects.filter(young_person=uuid_of(young_person_id, "YoungPerson"))
