from dataclasses import replace
from datetime import date

import strawberry
import strawberry_django
from strawberry import relay
from wagtail.rich_text import expand_db_html

from leavingwell.content import models
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import opaque
from leavingwell.graphql.text import LocalizedText, text_type
from leavingwell.translations.localised import LocalizedText as Text


@strawberry.type(description="A heading of the local offer (Children and Social Work Act 2017 section 2).")
class OfferTopic:
    code: str
    title: LocalizedText


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
    link: str
    last_checked_on: date | None

    @strawberry_django.field(description="A plain title.")
    def title(self, root: strawberry.Parent[models.OfferPage], info: Info) -> LocalizedText:
        return text(root, "heading", info)

    @strawberry_django.field(description="What you get, in short.")
    def summary(self, root: strawberry.Parent[models.OfferPage], info: Info) -> LocalizedText:
        return text(root, "summary", info)

    @strawberry_django.field(description="More about it: HTML of paragraphs, lists, headings and links only.")
    def body(self, root: strawberry.Parent[models.OfferPage], info: Info) -> LocalizedText:
        return formatted(info.context.text(root, "body", asked_of(root)))

    @strawberry_django.field(description="How to get it.")
    def how_to_get_it(self, root: strawberry.Parent[models.OfferPage], info: Info) -> LocalizedText:
        return text(root, "how_to_get_it", info)

    @strawberry_django.field(select_related="topic")
    def topic(self, root: strawberry.Parent[models.OfferPage], info: Info) -> OfferTopic:
        return topic_type(root.topic, info, asked_of(root))


def asked_of(page: object) -> str | None:
    """The language that the query asked for, which its resolver noted on each row."""
    return getattr(page, "asked_language", None)


def formatted(found: Text) -> LocalizedText:
    """An editor's rich text as plain HTML: its links to pages lead to the portal's addresses."""
    return text_type(replace(found, value=expand_db_html(found.value)))


def text(page: object, name: str, info: Info) -> LocalizedText:
    return text_type(info.context.text(page, name, asked_of(page)))


def topic_type(topic: models.OfferTopic, info: Info, asked: str | None) -> OfferTopic:
    return OfferTopic(code=topic.code, title=text_type(info.context.text(topic, "title", asked)))


@strawberry.type(description="A page of text.")
class Page:
    slug: str
    heading: LocalizedText
    intro: LocalizedText
    body: LocalizedText = strawberry.field(description="HTML of paragraphs, lists, headings and links only.")


@strawberry.type(description="A short word to everybody, for a time.")
class Notice:
    id: strawberry.ID
    title: LocalizedText
    body: LocalizedText


@strawberry.type(description="A hard word and what it means.")
class GlossaryTerm:
    term: LocalizedText
    meaning: LocalizedText


@strawberry.type(description="Somebody to call now.")
class HelpLine:
    title: LocalizedText
    phone: str
    note: LocalizedText


def notice_type(notice: models.Notice, info: Info, asked: str | None) -> Notice:
    return Notice(
        id=opaque("Notice", notice.pk),
        title=text_type(info.context.text(notice, "title", asked)),
        body=text_type(info.context.text(notice, "body", asked)),
    )


def page_type(page: models.StandardPage, info: Info, asked: str | None) -> Page:
    return Page(
        slug=page.slug,
        heading=text_type(info.context.text(page, "heading", asked)),
        intro=text_type(info.context.text(page, "intro", asked)),
        body=formatted(info.context.text(page, "body", asked)),
    )
