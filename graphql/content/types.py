from dataclasses import replace

import strawberry
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
    paragraph: str = strawberry.field(description="Its paragraph in that section.")


@strawberry.type(description="A part of the council.")
class Area:
    code: str
    name: LocalizedText


def area_type(area: models.Area, info: Info, asked: str | None) -> Area:
    return Area(code=area.code, name=text_type(info.context.text(area, "name", asked)))


def asked_of(page: object) -> str | None:
    """The language that the query asked for, which its resolver noted on each row."""
    return getattr(page, "asked_language", None)


def formatted(found: Text) -> LocalizedText:
    """An editor's rich text as plain HTML: its links to pages lead to the portal's addresses."""
    return text_type(replace(found, value=expand_db_html(found.value)))


def text(page: object, name: str, info: Info) -> LocalizedText:
    return text_type(info.context.text(page, name, asked_of(page)))


def topic_type(topic: models.OfferTopic, info: Info, asked: str | None) -> OfferTopic:
    title = text_type(info.context.text(topic, "title", asked))
    return OfferTopic(code=topic.code, title=title, paragraph=topic.paragraph)


@strawberry.type(description="A page of text.")
class Page:
    slug: str
    heading: LocalizedText
    intro: LocalizedText
    body: LocalizedText = strawberry.field(description="HTML of paragraphs, lists, headings and links only.")
    is_preview: bool = strawberry.field(description="A draft that only the holder of a preview's token sees.")


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
        is_preview=page.is_preview,
    )
