from collections.abc import Iterable

import strawberry
import strawberry_django

from leavingwell.content import models
from leavingwell.content.help_lines import help_lines
from leavingwell.content.models.notice import current_notices
from leavingwell.content.national.standing import standing
from leavingwell.content.offers import Wanted, find_offers, words_like
from leavingwell.content.topics import begun_topics
from leavingwell.graphql.connections import Connection
from leavingwell.graphql.content.noting import noted, noted_page
from leavingwell.graphql.content.offers import Offer, OfferCircumstance
from leavingwell.graphql.content.previews import drafted
from leavingwell.graphql.content.types import (
    Area,
    GlossaryTerm,
    HelpLine,
    Notice,
    OfferTopic,
    Page,
    area_type,
    notice_type,
    page_type,
    topic_type,
)
from leavingwell.graphql.context import Info
from leavingwell.graphql.ids import uuid_of
from leavingwell.graphql.people.details import Category
from leavingwell.graphql.text import text_type


@strawberry.type
class ContentQuery:
    @strawberry.field(description="The headings of the local offer.")
    def offer_topics(self, info: Info, language: str | None = None) -> list[OfferTopic]:
        return [topic_type(topic, info, language) for topic in begun_topics()]

    @strawberry_django.connection(
        Connection[Offer],
        description="What young people can get here. `search` forgives spelling; what answers it best comes first.",
    )
    def offers(
        self,
        info: Info,
        topic: str | None = None,
        age: int | None = None,
        search: str | None = None,
        language: str | None = None,
        area: str | None = None,
        category: Category | None = None,
        circumstances: list[OfferCircumstance] | None = None,
    ) -> Iterable[models.OfferPage]:
        told = tuple(circumstances or ())
        wanted = Wanted(topic, age, area, category.value if category else None, told, search)
        return noted(find_offers(wanted, info.context.languages(language)), language, info)

    @strawberry.field(description="Words of the offers that look like these: for somebody who found nothing.")
    def offer_words(self, info: Info, search: str, language: str | None = None) -> list[str]:
        return words_like(search, info.context.languages(language))

    @strawberry.field(description="The parts of the council that offers and places can be near to.")
    def areas(self, info: Info, language: str | None = None) -> list[Area]:
        return [area_type(area, info, language) for area in info.context.areas]

    @strawberry_django.field(description="One offer, by its id or its slug.")
    def offer(
        self, info: Info, id: strawberry.ID | None = None, slug: str | None = None, language: str | None = None
    ) -> Offer | None:
        key = uuid_of(id, "Offer") if id else None
        if draft := drafted(info, models.OfferPage, slug=slug or "", key=key):
            return noted_page(draft, language, info)
        rows = find_offers().filter(translation_key=key) if key else find_offers().filter(slug=slug or "")
        return noted(rows, language, info)

    @strawberry.field(description="One page of text, by its slug.")
    def page(self, info: Info, slug: str, language: str | None = None) -> Page | None:
        draft = drafted(info, models.StandardPage, slug=slug)
        page = draft or standing(models.StandardPage.objects.live()).filter(slug=slug).first()
        return page_type(page, info, language) if page else None

    @strawberry.field(description="What the council has to say just now.")
    def notices(self, info: Info, language: str | None = None) -> list[Notice]:
        return [notice_type(notice, info, language) for notice in current_notices()]

    @strawberry.field(description="Hard words explained, in the order of the words as they are shown.")
    def glossary(self, info: Info, language: str | None = None) -> list[GlossaryTerm]:
        terms = [
            GlossaryTerm(
                term=text_type(info.context.text(term, "term", language)),
                meaning=text_type(info.context.text(term, "meaning", language)),
            )
            for term in info.context.glossary
        ]
        return sorted(terms, key=lambda one: one.term.value.casefold())

    @strawberry.field(description="Whom to call now, always in the same order.")
    def help_lines(self, info: Info, language: str | None = None) -> list[HelpLine]:
        return [
            HelpLine(
                title=text_type(info.context.text(line, "title", language)),
                phone=line.phone,
                note=text_type(info.context.text(line, "note", language)),
            )
            for line in help_lines()
        ]
