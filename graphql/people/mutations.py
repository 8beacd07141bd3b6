from typing import Annotated, Any

import strawberry

from leavingwell.graphql.access import may, one, supporter_for, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people import inputs
from leavingwell.graphql.people.types import Supporter, YoungPerson
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import require_in_council
from leavingwell.platform.access.services.allocating import ANYBODY, Expected, allocate_worker
from leavingwell.platform.access.services.care import GivenCare
from leavingwell.platform.access.services.joining import NewYoungPerson
from leavingwell.platform.access.services.supporting import end_supporter
from leavingwell.platform.people import models
from leavingwell.platform.plans.services.joining import invite_young_person
from leavingwell.platform.plans.services.supporters import invite_supporter
from leavingwell.platform.problems import TEAM_NEEDED, invalid

InviteYoungPersonResult = Annotated[YoungPerson | Problems, strawberry.union("InviteYoungPersonResult")]
AllocateWorkerResult = Annotated[YoungPerson | Problems, strawberry.union("AllocateWorkerResult")]
AddSupporterResult = Annotated[Supporter | Problems, strawberry.union("AddSupporterResult")]
EndSupporterResult = Annotated[Supporter | Problems, strawberry.union("EndSupporterResult")]


def team_for(info: Info, given: str | None) -> models.Team:
    """The team named, or the one that the viewer works in or manages. Raises NOT_FOUND or INVALID."""
    if given:
        team: models.Team = one(models.Team.objects.all(), required_uuid(given, "Team", "teamId"), "teamId")
        return team
    viewer = signed_in(info)
    own = viewer.team or viewer.teams_managed.first()
    if own is None:
        raise invalid(TEAM_NEEDED, "teamId")
    return own


def worker_for(given: str) -> models.Person:
    pk = required_uuid(given, "Person", "workerId")
    worker: models.Person = one(models.Person.objects.select_related("user"), pk, "workerId")
    return worker


def expected_worker(given: Any) -> Expected:
    if given is strawberry.UNSET:
        return ANYBODY
    return required_uuid(given, "Person", "expectedWorkerId") if given else None


@strawberry.type
class PeopleMutation:
    @mutation(InviteYoungPersonResult, "Adds a young person with an account and a plan, and sends the invitation.")
    def invite_young_person(self, info: Info, input: inputs.InviteYoungPersonInput) -> models.YoungPerson:
        require_in_council(signed_in(info), CouncilOperation.INVITE_YOUNG_PERSON)
        new = NewYoungPerson(
            preferred_name=input.preferred_name,
            email=input.email or "",
            date_of_birth=input.date_of_birth,
            category=models.YoungPerson.Category(input.category) if input.category else None,
            team=team_for(info, input.team_id),
            worker=worker_for(input.worker_id) if input.worker_id else None,
            language=input.language or "",
            pronouns=input.pronouns or "",
            care=tuple(GivenCare(one.starts_on, one.ends_on, one.short_break) for one in input.care_periods),
            category_reason=input.category_reason,
        )
        channel = models.Invitation.Channel(input.channel)
        young_person, invitation = invite_young_person(new, by=signed_in(info), channel=channel)
        vars(young_person)["made_invitation"] = invitation  # whoever invites may have no further right to see it
        return young_person

    @mutation(AllocateWorkerResult, "Makes somebody the personal adviser from today.")
    def allocate_worker(self, info: Info, input: inputs.AllocateWorkerInput) -> models.YoungPerson:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.ALLOCATE_WORKER, young_person)
        expected = expected_worker(input.expected_worker_id)
        allocate_worker(young_person, worker_for(input.worker_id), by=signed_in(info), expected=expected)
        return young_person

    @mutation(AddSupporterResult, "Lets somebody see chosen parts of the plan.")
    def add_supporter(self, info: Info, input: inputs.AddSupporterInput) -> models.Supporter:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.ADD_SUPPORTER, young_person)
        return invite_supporter(
            young_person,
            name=input.name,
            email=input.email,
            relationship=input.relationship,
            parts=[models.Supporter.Part(part) for part in input.parts],
            domain_codes=input.domain_codes,
            kind=models.Supporter.Kind(input.kind),
            agreement=input.agreement,
            by=signed_in(info),
        )

    @mutation(EndSupporterResult, "Takes every right away from a supporter at once.")
    def end_supporter(self, info: Info, input: inputs.EndSupporterInput) -> models.Supporter:
        supporter = supporter_for(info, input.supporter_id)
        end_supporter(supporter, by=signed_in(info))
        return supporter
