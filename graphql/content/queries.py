from collections.abc import Iterable
from typing import Any

import strawberry
import strawberry_django
from django.db.models import CharField, Value

from leavingwell.content import models
from leavingwell.content.models.notice import current_notices
from leavingwell.content.offers import find_offers
from leavingwell.graphql.connections import Connection
from leavingwell.graphql.content.types import (
    GlossaryTerm,
    HelpLine,
    Notice,
    Offer,
    OfferTopic,
    Page,
    notice_type,
    page_type,
    topic_type,
)
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuid_of
from leavingwell.graphql.text import text_type


def noted(rows: Any, language: str | None, info: Info) -> Any:
    """The rows with the language that was asked for, so that their fields can answer in it."""
    return rows.annotate(asked_language=Value(info.context.language(language), output_field=CharField()))


@strawberry.type
class ContentQuery:
    @strawberry.field(description="The headings of the local offer.")
    def offer_topics(self, info: Info, language: str | None = None) -> list[OfferTopic]:
        return [topic_type(topic, info, language) for topic in models.OfferTopic.objects.all()]

    @strawberry_django.connection(Connection[Offer], description="What young people can get here.")
    def offers(
        self,
        info: Info,
        topic: str | None = None,
        age: int | None = None,
        search: str | None = None,
        language: str | None = None,
    ) -> Iterable[models.OfferPage]:
        return noted(find_offers(topic=topic, age=age, search=search), language, info)

    @strawberry_django.field(description="One offer, by its id or its slug.")
    def offer(
        self, info: Info, id: strawberry.ID | None = None, slug: str | None = None, language: str | None = None
    ) -> Offer | None:
        key = uuid_of(id, "Offer") if id else None
        rows = find_offers().filter(translation_key=key) if key else find_offers().filter(slug=slug or "")
        return noted(rows, language, info)

    @strawberry.field(description="One page of text, by its slug.")
    def page(self, info: Info, slug: str, language: str | None = None) -> Page | None:
        page = models.StandardPage.objects.live().filter(slug=slug).first()
        return page_type(page, info, language) if page else None

    @strawberry.field(description="What the council has to say just now.")
    def notices(self, info: Info, language: str | None = None) -> list[Notice]:
        return [notice_type(notice, info, language) for notice in current_notices()]

    @strawberry.field(description="Hard words explained.")
    def glossary(self, info: Info, language: str | None = None) -> list[GlossaryTerm]:
        return [
            GlossaryTerm(
                term=text_type(info.context.text(term, "term", language)),
                meaning=text_type(info.context.text(term, "meaning", language)),
            )
            for term in models.GlossaryTerm.objects.all()
        ]

    @strawberry.field(description="Whom to call now, always in the same order.")
    def help_lines(self, info: Info, language: str | None = None) -> list[HelpLine]:
        return [
            HelpLine(
                title=text_type(info.context.text(line, "title", language)),
                phone=line.phone,
                note=text_type(info.context.text(line, "note", language)),
            )
            for line in models.HelpLine.objects.all()
        ]
