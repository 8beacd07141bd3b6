"""What the council writes for young people: stories, news, events, places, answers."""

from datetime import date, datetime
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.content import models
from leavingwell.graphql.content.blocks import ArticleBlock, body_of
from leavingwell.graphql.content.contacts import OfferContact, OpeningHours, contacts_in, opening_in
from leavingwell.graphql.content.pictures import Picture, picture_type
from leavingwell.graphql.content.types import Area, area_type, asked_of, text
from leavingwell.graphql.context import Info
from leavingwell.graphql.text import LocalizedText

Root = strawberry.Parent[Any]


@strawberry.interface(description="A page built of blocks.")
class Article:
    slug: str

    @strawberry.field(description="Its title.")
    def title(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "heading", info)

    @strawberry.field(description="In short.")
    def intro(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "intro", info)

    @strawberry.field(description="The picture at its top.")
    def picture(self, root: Root, info: Info) -> Picture | None:
        return picture_type(root, root.picture_id, text(root, "picture_text", info), info)

    @strawberry.field(description="The page itself, all in one language.")
    def body(self, root: Root, info: Info) -> list[ArticleBlock]:
        return body_of(root, info, asked_of(root))

    @strawberry.field(description="A draft that only the holder of a preview's token sees.")
    def is_preview(self, root: Root) -> bool:
        return bool(root.is_preview)


@strawberry.interface(description="Somewhere to go.")
class Place(Article):
    place: str = strawberry.field(description="What it is called; may be empty.")
    address: str
    step_free: bool

    @strawberry.field(description="How to find it without a map.")
    def directions(self, root: Root, info: Info) -> LocalizedText:
        return text(root, "directions", info)

    @strawberry.field(description="The part of the council in which it is.")
    def area(self, root: Root, info: Info) -> Area | None:
        found = next((area for area in info.context.areas if area.pk == root.area_id), None)
        return area_type(found, info, asked_of(root)) if found else None


@strawberry_django.type(models.StoryPage, name="Story", description="Somebody's own story, told with their agreement.")
class Story(Article, relay.Node):
    translation_key: relay.NodeID[str]
    told_by: str = strawberry_django.field(description="The name that they chose; may be empty.")


@strawberry_django.type(models.NewsPage, name="NewsItem", description="Some news.")
class NewsItem(Article, relay.Node):
    translation_key: relay.NodeID[str]
    published_on: date


@strawberry_django.type(models.EventPage, name="Event", description="Something that takes place once.")
class Event(Place, relay.Node):
    translation_key: relay.NodeID[str]
    starts_at: datetime
    ends_at: datetime | None
    booking: str = strawberry_django.field(description="Where to book; empty where nobody needs to.")


@strawberry_django.type(models.DropInPage, name="DropInPlace", description="A place where one can come by.")
class DropInPlace(Place, relay.Node):
    translation_key: relay.NodeID[str]

    @strawberry_django.field(description="When it is open.")
    def hours(self, root: Root) -> list[OpeningHours]:
        return opening_in(root.hours)

    @strawberry_django.field(description="Whom to ask.")
    def contacts(self, root: Root) -> list[OfferContact]:
        return contacts_in(root.contacts)


@strawberry_django.type(models.QuestionsPage, name="AnswerPage", description="Questions that people ask, and answers.")
class AnswerPage(Article, relay.Node):
    translation_key: relay.NodeID[str]
