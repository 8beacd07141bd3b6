from typing import Annotated

import strawberry

from leavingwell.graphql.access import may, one, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people import staff_inputs as inputs
from leavingwell.graphql.people.staff import DutyCover, StaffMember
from leavingwell.graphql.people.work_history import TimeWithTeam
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import require_in_council
from leavingwell.platform.access.services.allocating import hand_over_caseload
from leavingwell.platform.access.services.covering import end_duty_cover, start_duty_cover
from leavingwell.platform.access.services.leaving import Heirs, leave
from leavingwell.platform.access.services.moving import move_to_team
from leavingwell.platform.access.services.staffing import NewColleague, change_staff, invite_staff
from leavingwell.platform.access.team_rights import require_for_team, whose_caseload
from leavingwell.platform.people import models
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import staff

MoveToTeamResult = Annotated[TimeWithTeam | Problems, strawberry.union("MoveToTeamResult")]
HandOverCaseloadResult = Annotated[StaffMember | Problems, strawberry.union("HandOverCaseloadResult")]
StartDutyCoverResult = Annotated[DutyCover | Problems, strawberry.union("StartDutyCoverResult")]
EndDutyCoverResult = Annotated[DutyCover | Problems, strawberry.union("EndDutyCoverResult")]
InviteStaffResult = Annotated[StaffMember | Problems, strawberry.union("InviteStaffResult")]
ChangeStaffResult = Annotated[StaffMember | Problems, strawberry.union("ChangeStaffResult")]
RemoveStaffResult = Annotated[StaffMember | Problems, strawberry.union("RemoveStaffResult")]


def colleague_for(given: str, field: str) -> models.Person:
    rows = staff().select_related("user", "team", "council")
    found: models.Person = one(rows, required_uuid(given, "Person", field), field)
    return found


def perhaps(given: str | None, field: str) -> models.Person | None:
    return colleague_for(given, field) if given else None


def team_for(given: str) -> models.Team:
    found: models.Team = one(models.Team.objects.all(), required_uuid(given, "Team", "teamId"), "teamId")
    return found


@strawberry.type
class StaffMutation:
    @mutation(MoveToTeamResult, "Moves a young person to another team from today, with every right.")
    def move_to_team(self, info: Info, input: inputs.MoveToTeamInput) -> models.TeamAllocation:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.MOVE_TO_TEAM, young_person)
        worker = perhaps(input.worker_id, "workerId")
        return move_to_team(young_person, team_for(input.team_id), worker=worker, by=signed_in(info))

    @mutation(HandOverCaseloadResult, "Hands everybody whom somebody works with to another worker, in one go.")
    def hand_over_caseload(self, info: Info, input: inputs.HandOverCaseloadInput) -> models.Person:
        viewer = signed_in(info)
        among = whose_caseload(viewer)
        giver = colleague_for(input.from_id, "fromId")
        hand_over_caseload(giver, perhaps(input.worker_id, "workerId"), among=among, by=viewer)
        return giver

    @mutation(StartDutyCoverResult, "Lets somebody act for a whole team from now until the given time.")
    def start_duty_cover(self, info: Info, input: inputs.StartDutyCoverInput) -> models.DutyCover:
        viewer = signed_in(info)
        require_in_council(viewer, CouncilOperation.MANAGE_DUTY)
        team = team_for(input.team_id)
        require_for_team(viewer, CouncilOperation.MANAGE_DUTY, team)
        return start_duty_cover(colleague_for(input.person_id, "personId"), team, until=input.until, by=viewer)

    @mutation(EndDutyCoverResult, "Ends a cover now, with every right.")
    def end_duty_cover(self, info: Info, input: inputs.EndDutyCoverInput) -> models.DutyCover:
        viewer = signed_in(info)
        require_in_council(viewer, CouncilOperation.MANAGE_DUTY)
        rows = models.DutyCover.objects.select_related("team")
        cover: models.DutyCover = one(
            rows, required_uuid(input.duty_cover_id, "DutyCover", "dutyCoverId"), "dutyCoverId"
        )
        require_for_team(viewer, CouncilOperation.MANAGE_DUTY, cover.team)
        return end_duty_cover(cover, by=viewer)

    @mutation(InviteStaffResult, "Adds a colleague and asks them in by e-mail.")
    def invite_staff(self, info: Info, input: inputs.InviteStaffInput) -> models.Person:
        viewer = signed_in(info)
        require_in_council(viewer, CouncilOperation.MANAGE_STAFF)
        team = team_for(input.team_id) if input.team_id else None
        return invite_staff(NewColleague(input.name, input.email, Role(input.role.value), team), by=viewer)

    @mutation(ChangeStaffResult, "Changes a colleague's name, role or team.")
    def change_staff(self, info: Info, input: inputs.ChangeStaffInput) -> models.Person:
        viewer = signed_in(info)
        require_in_council(viewer, CouncilOperation.MANAGE_STAFF)
        person = colleague_for(input.person_id, "personId")
        team = person.team
        if input.team_id is not strawberry.UNSET:
            team = team_for(input.team_id) if input.team_id else None
        role = Role(input.role.value) if input.role else Role(person.role)
        name = person.name if input.name is None else input.name
        return change_staff(person, name=name, role=role, team=team, by=viewer)

    @mutation(RemoveStaffResult, "A colleague leaves: the account ends now, and what they held goes to those named.")
    def remove_staff(self, info: Info, input: inputs.RemoveStaffInput) -> models.Person:
        viewer = signed_in(info)
        require_in_council(viewer, CouncilOperation.MANAGE_STAFF)
        person = colleague_for(input.person_id, "personId")
        heirs = Heirs(
            perhaps(input.worker_id, "workerId"),
            perhaps(input.manager_id, "managerId"),
            perhaps(input.supervisor_id, "supervisorId"),
        )
        return leave(person, heirs, by=viewer)
