"""One thing that a young person can get."""

from datetime import date
from decimal import Decimal

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.content import models
from leavingwell.content.models.pages.offer import Circumstance, Period
from leavingwell.graphql.content.blocks import OfferResource, resources_of
from leavingwell.graphql.content.contacts import OfferContact, contacts_in
from leavingwell.graphql.content.pictures import Picture, picture_type
from leavingwell.graphql.content.types import Area, OfferTopic, area_type, asked_of, formatted, text, topic_type
from leavingwell.graphql.context import Info
from leavingwell.graphql.people.details import Category
from leavingwell.graphql.text import LocalizedText

Root = strawberry.Parent[models.OfferPage]
OfferCircumstance = Circumstance
strawberry.enum(OfferCircumstance, name="OfferCircumstance", description="What in somebody's life it is meant for.")
OfferPeriod = Period
strawberry.enum(OfferPeriod, name="OfferPeriod", description="How often.")


@strawberry.type(description="What an offer is worth.")
class OfferValue:
    amount: Decimal = strawberry.field(description="In pounds: the most that somebody can get.")
    period: OfferPeriod | None = strawberry.field(description="How often; none where it is not said.")


@strawberry_django.type(models.OfferPage, name="Offer", description="One thing that a young person can get.")
class Offer(relay.Node):
    translation_key: relay.NodeID[str]
    slug: str
    provider: str = strawberry_django.field(description="Who offers it.")
    youngest: int = strawberry_django.field(description="From this age, in years.")
    oldest: int = strawberry_django.field(description="To this age, in years.")
    phone: str
    email: str
    hours: str
    address: str
    link: str
    last_checked_on: date | None
    last_checked_by: str = strawberry_django.field(description="May be empty.")
    categories: list[Category] = strawberry_django.field(description="For whom the law has it; none means all.")
    circumstances: list[OfferCircumstance] = strawberry_django.field(description="None means everybody.")

    @strawberry_django.field(description="A plain title.")
    def title(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "heading", info)

    @strawberry_django.field(description="What you get, in short.")
    def summary(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "summary", info)

    @strawberry_django.field(description="More about it: HTML of paragraphs, lists, headings and links only.")
    def body(self, root: Root, info: Info) -> LocalizedText:
        return formatted(info.context.text(root, "body", asked_of(root)))

    @strawberry_django.field(description="How to get it.")
    def how_to_get_it(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "how_to_get_it", info)

    @strawberry_django.field(only=["council_id"], description="The same in every council: the nation wrote it.")
    def is_national(self, root: Root) -> bool:
        return root.council_id is None

    @strawberry_django.field(description="A draft that only the holder of a preview's token sees.")
    def is_preview(self, root: Root) -> bool:
        return root.is_preview

    @strawberry_django.field(description="Whether the viewer, a young person, has saved it.")
    def is_saved(self, root: Root, info: Info) -> bool:
        return root.translation_key in info.context.saved_offers

    @strawberry_django.field(select_related="topic")
    def topic(self, root: Root, info: Info) -> OfferTopic:
        return topic_type(root.topic, info, asked_of(root))

    @strawberry_django.field(description="Who it is for, in words.")
    def who_it_is_for(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "who_it_is_for", info)

    @strawberry_django.field(description="What to bring or show.")
    def evidence(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "evidence", info)

    @strawberry_django.field(description="How to find it without a map.")
    def directions(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "directions", info)

    @strawberry_django.field(description="A word for just now, such as that it is closed this week; mostly empty.")
    def alert(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "alert", info)

    @strawberry_django.field(description="What it is worth in money, where it is money.")
    def value(self, root: Root) -> OfferValue | None:
        if root.value is None:
            return None
        return OfferValue(amount=root.value, period=OfferPeriod(root.value_period) if root.value_period else None)

    @strawberry_django.field(description="Where it is offered; none means in the whole council.")
    def areas(self, root: Root, info: Info) -> list[Area]:
        return [area_type(area, info, asked_of(root)) for area in info.context.areas if area.code in root.areas]

    @strawberry_django.field(description="People and desks to ask, with their hours.")
    def contacts(self, root: Root) -> list[OfferContact]:
        return contacts_in(root.contacts)

    @strawberry_django.field(description="Links and documents.")
    def resources(self, root: Root, info: Info) -> list[OfferResource]:
        return resources_of(root, info)

    @strawberry_django.field(description="A picture at its top.")
    def picture(self, root: Root, info: Info) -> Picture | None:
        return picture_type(root, root.picture_id, text(root, "picture_text", info), info)

    @strawberry_django.field(description="The day on which the council looks at it again.")
    def check_due_on(self, root: Root) -> date | None:
        return root.check_due_on
