"""Changing what is known of a young person, inviting them again, and who they let in."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, one, supporter_for, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.people.details import CarePeriod, Category, Invitation, InvitationChannel, Reading
from leavingwell.graphql.people.types import Supporter, SupporterKind, SupporterPart, YoungPerson
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.access.services.care import GivenCare, add_care_period, end_care_period
from leavingwell.platform.access.services.categorising import set_category
from leavingwell.platform.access.services.details import update_details
from leavingwell.platform.access.services.supporting import update_supporter
from leavingwell.platform.people import models
from leavingwell.platform.people.invitations import withdraw_invitation
from leavingwell.platform.people.welcoming import mark_welcomed
from leavingwell.platform.plans.services.joining import invite_again

UpdateYoungPersonResult = Annotated[YoungPerson | Problems, strawberry.union("UpdateYoungPersonResult")]
AddCarePeriodResult = Annotated[CarePeriod | Problems, strawberry.union("AddCarePeriodResult")]
EndCarePeriodResult = Annotated[CarePeriod | Problems, strawberry.union("EndCarePeriodResult")]
SetCategoryResult = Annotated[YoungPerson | Problems, strawberry.union("SetCategoryResult")]
InviteAgainResult = Annotated[Invitation | Problems, strawberry.union("InviteAgainResult")]
WithdrawInvitationResult = Annotated[Invitation | Problems, strawberry.union("WithdrawInvitationResult")]
UpdateSupporterResult = Annotated[Supporter | Problems, strawberry.union("UpdateSupporterResult")]
MarkWelcomedResult = Annotated[YoungPerson | Problems, strawberry.union("MarkWelcomedResult")]


@strawberry.input(description="What is left out stays; an empty text takes one away.")
class UpdateYoungPersonInput:
    young_person_id: strawberry.ID
    preferred_name: str | None = None
    pronouns: str | None = None
    phone: str | None = None
    language: str | None = None
    reading: Reading | None = None
    needs: str | None = None
    celebrates: bool | None = None
    legal_name: str | None = strawberry.field(default=None, description="For workers, like the two that follow.")
    date_of_birth: date | None = None
    email: str | None = None
    expected_version: int | None = None
    request_id: UUID | None = None

    def details(self) -> dict[str, Any]:
        given = {"name": self.preferred_name, "reading": self.reading and models.YoungPerson.Reading(self.reading)}
        others = ("pronouns", "phone", "language", "needs", "celebrates", "legal_name", "date_of_birth", "email")
        given |= {name: getattr(self, name) for name in others}
        return {name: value for name, value in given.items() if value is not None}


@strawberry.input
class AddCarePeriodInput:
    young_person_id: strawberry.ID
    starts_on: date
    ends_on: date | None = None
    short_break: bool = False
    request_id: UUID | None = None


@strawberry.input
class EndCarePeriodInput:
    care_period_id: strawberry.ID
    ends_on: date
    request_id: UUID | None = None


@strawberry.input
class SetCategoryInput:
    young_person_id: strawberry.ID
    category: Category
    reason: str = strawberry.field(default="", description="Needed for another than the suggested category.")
    request_id: UUID | None = None


@strawberry.input
class InviteAgainInput:
    young_person_id: strawberry.ID
    channel: InvitationChannel
    request_id: UUID | None = None


@strawberry.input
class WithdrawInvitationInput:
    young_person_id: strawberry.ID
    request_id: UUID | None = None


@strawberry.input
class UpdateSupporterInput:
    supporter_id: strawberry.ID
    parts: list[SupporterPart]
    domain_codes: list[str] = strawberry.field(default_factory=list, description="None: all areas.")
    relationship: str | None = None
    kind: SupporterKind | None = None
    agreement: str = strawberry.field(default="", description="For workers: when and how the young person said yes.")
    request_id: UUID | None = None


@strawberry.input
class MarkWelcomedInput:
    young_person_id: strawberry.ID
    request_id: UUID | None = None


def care_period_for(info: Info, given: str) -> models.CarePeriod:
    rows = models.CarePeriod.objects.select_related("young_person__person")
    seen = visible(rows, info.context.viewer, Operation.VIEW_NOTES, "young_person")
    found: models.CarePeriod = one(seen, required_uuid(given, "CarePeriod", "carePeriodId"), "carePeriodId")
    return found


@strawberry.type
class ChangingDetailsMutation:
    @mutation(UpdateYoungPersonResult, "Changes details: a young person what is theirs to say, their workers all.")
    def update_young_person(self, info: Info, input: UpdateYoungPersonInput) -> models.YoungPerson:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.UPDATE_YOUNG_PERSON, young_person)
        version = input.expected_version
        return update_details(young_person, input.details(), by=signed_in(info), expected_version=version)

    @mutation(AddCarePeriodResult, "Notes a time in care.")
    def add_care_period(self, info: Info, input: AddCarePeriodInput) -> models.CarePeriod:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.ADD_CARE_PERIOD, young_person)
        given = GivenCare(input.starts_on, input.ends_on, input.short_break)
        return add_care_period(young_person, given, by=signed_in(info))

    @mutation(EndCarePeriodResult, "Notes the last day of a time in care.")
    def end_care_period(self, info: Info, input: EndCarePeriodInput) -> models.CarePeriod:
        period = care_period_for(info, input.care_period_id)
        may(info, Operation.END_CARE_PERIOD, period.young_person)
        return end_care_period(period, ends_on=input.ends_on, by=signed_in(info))

    @mutation(SetCategoryResult, "Sets the category: the suggested one, or another with a reason.")
    def set_category(self, info: Info, input: SetCategoryInput) -> models.YoungPerson:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.SET_CATEGORY, young_person)
        category = models.YoungPerson.Category(input.category)
        return set_category(young_person, category, reason=input.reason, by=signed_in(info))

    @mutation(InviteAgainResult, "Makes a new code, by e-mail or for a letter. The one before is good no more.")
    def invite_again(self, info: Info, input: InviteAgainInput) -> models.Invitation:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.INVITE_AGAIN, young_person)
        return invite_again(young_person, models.Invitation.Channel(input.channel), by=signed_in(info))

    @mutation(WithdrawInvitationResult, "Makes the code useless; who has never signed in cannot, until invited again.")
    def withdraw_invitation(self, info: Info, input: WithdrawInvitationInput) -> models.Invitation:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.WITHDRAW_INVITATION, young_person)
        return withdraw_invitation(young_person.person, by=signed_in(info))

    @mutation(UpdateSupporterResult, "Changes what a supporter sees, from now on.")
    def update_supporter(self, info: Info, input: UpdateSupporterInput) -> models.Supporter:
        supporter = supporter_for(info, input.supporter_id)
        may(info, Operation.UPDATE_SUPPORTER, supporter.young_person)
        return update_supporter(
            supporter,
            parts=[models.Supporter.Part(part) for part in input.parts],
            domain_codes=input.domain_codes,
            relationship=input.relationship,
            kind=models.Supporter.Kind(input.kind) if input.kind else None,
            agreement=input.agreement,
            by=signed_in(info),
        )

    @mutation(MarkWelcomedResult, "Notes that the young person has seen or skipped the welcome.")
    def mark_welcomed(self, info: Info, input: MarkWelcomedInput) -> models.YoungPerson:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.MARK_WELCOMED, young_person)
        return mark_welcomed(young_person)
