"""Where a young person lives, whether it is suitable, and what they say about it. For the owner and the case team."""

from datetime import date, datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.graphql.plans.permitted import Permitted
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models

HomeKind = models.Home.Kind
strawberry.enum(HomeKind, name="HomeKind", description="The kinds of the SSDA903 return, and foster carers.")
HomeFactor = models.SuitabilityFactor.Factor
strawberry.enum(HomeFactor, name="HomeFactor", description="What Schedule 2 has looked at.")
FactorVerdict = models.SuitabilityFactor.Verdict
strawberry.enum(FactorVerdict, name="FactorVerdict", description="How it is.")


@strawberry_django.type(models.SuitabilityFactor, name="SuitabilityFactor", description="One thing that was looked at.")
class SuitabilityFactor(relay.Node):
    id: relay.NodeID[str]
    factor: HomeFactor
    verdict: FactorVerdict
    note: str

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_HOMES, "suitability__home__young_person")


@strawberry_django.type(models.Suitability, name="Suitability", description="One look at whether a home is suitable.")
class Suitability(relay.Node):
    id: relay.NodeID[str]
    suitable: bool
    reasons: str
    their_views: str = strawberry_django.field(description="What the young person said to the worker about it.")
    language: str
    knows_rights: bool = strawberry_django.field(description="They know their rights and duties there.")
    knows_funding: bool = strawberry_django.field(description="They know who pays what.")
    provider_checked: bool
    assessed_on: date
    assessed_by: Person
    factors: list[SuitabilityFactor]

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_HOMES, "home__young_person")


@strawberry_django.type(models.HomeViews, name="HomeViews", description="The young person's own words about a home.")
class HomeViews(relay.Node):
    id: relay.NodeID[str]
    words: str
    language: str
    written_by: Person
    written_at: datetime

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_HOMES, "home__young_person")


@strawberry_django.type(models.Home, name="Home", description="Where a young person lives or lived.")
class Home(Permitted, relay.Node):
    id: relay.NodeID[str]
    kind: HomeKind
    description: str = strawberry_django.field(description="In short; never an address.")
    regulated: bool = strawberry_django.field(description="A home that Ofsted registers.")
    moved_in_on: date
    moved_out_on: date | None
    suitabilities: list[Suitability] = strawberry_django.field(description="Newest first.")
    views: list[HomeViews] = strawberry_django.field(description="Newest first.")

    @strawberry_django.field(only=["kind"], description="The letter of the SSDA903 return; empty for foster carers.")
    def code(self, root: strawberry.Parent[models.Home]) -> str:
        return "" if root.kind == HomeKind.FOSTER_CARE else str(root.kind)

    @strawberry_django.field(only=["kind"], description="What the kind is called, in the viewer's language.")
    def kind_title(self, root: strawberry.Parent[models.Home]) -> str:
        return str(HomeKind(root.kind).label)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_HOMES, "young_person")
