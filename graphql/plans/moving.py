from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from leavingwell.graphql.access import may, one, young_person_for
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import required_uuid
from leavingwell.graphql.mutations import mutation, signed_in
from leavingwell.graphql.plans.homes import FactorVerdict, Home, HomeFactor, HomeKind
from leavingwell.graphql.problems import Problems
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models
from leavingwell.platform.plans.services import homes
from leavingwell.platform.plans.services.suitability import Assessment, FactorSeen, assess_suitability

RecordMoveResult = Annotated[Home | Problems, strawberry.union("RecordMoveResult")]
AssessSuitabilityResult = Annotated[Home | Problems, strawberry.union("AssessSuitabilityResult")]
SaveHomeViewsResult = Annotated[Home | Problems, strawberry.union("SaveHomeViewsResult")]


@strawberry.input
class RecordMoveInput:
    young_person_id: strawberry.ID
    kind: HomeKind
    description: str = strawberry.field(description="A few words; never an address.")
    moved_in_on: date | None = strawberry.field(default=None, description="Today when left out.")
    regulated: bool = False
    request_id: UUID | None = None


@strawberry.input
class FactorInput:
    factor: HomeFactor
    verdict: FactorVerdict
    note: str | None = strawberry.field(default=None, description="Needed for a concern.")


@strawberry.input
class AssessSuitabilityInput:
    home_id: strawberry.ID
    suitable: bool
    reasons: str
    factors: list[FactorInput] = strawberry.field(description="All seven.")
    their_views: str | None = None
    knows_rights: bool = False
    knows_funding: bool = False
    provider_checked: bool = False
    assessed_on: date | None = strawberry.field(default=None, description="Today when left out.")
    language: str | None = None
    request_id: UUID | None = None


@strawberry.input
class SaveHomeViewsInput:
    home_id: strawberry.ID
    words: str
    language: str | None = None
    request_id: UUID | None = None


def home_to(info: Info, operation: Operation, given: str) -> models.Home:
    """Raises NOT_FOUND for a home that the viewer may not see, NOT_ALLOWED for one of which they may only read."""
    rows = visible(
        models.Home.objects.select_related("young_person"), info.context.viewer, Operation.VIEW_HOMES, "young_person"
    )
    home: models.Home = one(rows, required_uuid(given, "Home", "homeId"), "homeId")
    may(info, operation, home.young_person)
    return home


@strawberry.type
class HomesMutation:
    @mutation(RecordMoveResult, "Notes a move: into one home, and out of the one before.")
    def record_move(self, info: Info, input: RecordMoveInput) -> models.Home:
        young_person = young_person_for(info, input.young_person_id)
        may(info, Operation.RECORD_MOVE, young_person)
        move = homes.Move(
            kind=models.Home.Kind(input.kind),
            description=input.description,
            moved_in_on=input.moved_in_on,
            regulated=input.regulated,
        )
        return homes.record_move(young_person, move, by=signed_in(info))

    @mutation(AssessSuitabilityResult, "Adds a look at whether a home is suitable (Schedule 2).")
    def assess_suitability(self, info: Info, input: AssessSuitabilityInput) -> models.Home:
        home = home_to(info, Operation.ASSESS_SUITABILITY, input.home_id)
        seen = Assessment(
            suitable=input.suitable,
            reasons=input.reasons,
            factors=[factor_seen(one) for one in input.factors],
            their_views=input.their_views or "",
            knows_rights=input.knows_rights,
            knows_funding=input.knows_funding,
            provider_checked=input.provider_checked,
            assessed_on=input.assessed_on,
        )
        assess_suitability(home, seen, by=signed_in(info), language=info.context.language(input.language))
        return home

    @mutation(SaveHomeViewsResult, "Adds the young person's own words about where they live. Only they can.")
    def save_home_views(self, info: Info, input: SaveHomeViewsInput) -> models.Home:
        home = home_to(info, Operation.SAVE_HOME_VIEWS, input.home_id)
        language = info.context.language(input.language)
        homes.save_home_views(home, words=input.words, by=signed_in(info), language=language)
        return home


def factor_seen(given: FactorInput) -> FactorSeen:
    factor, verdict = models.SuitabilityFactor.Factor(given.factor), models.SuitabilityFactor.Verdict(given.verdict)
    return FactorSeen(factor, verdict, given.note or "")
