from collections.abc import Iterable
from typing import Any

import strawberry
import strawberry_django

from leavingwell.content import articles, models
from leavingwell.graphql.connections import Connection
from leavingwell.graphql.content.articles import AnswerPage, DropInPlace, Event, NewsItem, Story
from leavingwell.graphql.content.at_hand import event_lines, news_lines
from leavingwell.graphql.content.noting import noted, noted_page
from leavingwell.graphql.content.previews import drafted
from leavingwell.graphql.context import Info


def one(rows: Any, slug: str, language: str | None, info: Info) -> Any:
    """The page of that slug: as it is published, or the draft that the request may see."""
    draft = drafted(info, rows.model, slug=slug)
    return noted_page(draft, language, info) if draft else noted(rows.filter(slug=slug), language, info)


@strawberry.type
class ArticleQuery:
    @strawberry_django.connection(Connection[Story], description="Young people's own stories, the latest first.")
    def stories(self, info: Info, language: str | None = None) -> Iterable[models.StoryPage]:
        return noted(articles.find_stories(), language, info)

    @strawberry_django.field(description="One story, by its slug.")
    def story(self, info: Info, slug: str, language: str | None = None) -> Story | None:
        return one(articles.find_stories(), slug, language, info)

    @strawberry_django.connection(Connection[NewsItem], description="The council's news, the latest first.")
    def news(self, info: Info, language: str | None = None) -> Iterable[models.NewsPage]:
        there = news_lines(info, language)
        return noted(articles.find_news(), language, info) if there is None else there

    @strawberry_django.field(description="One piece of news, by its slug.")
    def news_item(self, info: Info, slug: str, language: str | None = None) -> NewsItem | None:
        return one(articles.find_news(), slug, language, info)

    @strawberry_django.connection(Connection[Event], description="What is on, the next first; `past` gives what was.")
    def events(
        self, info: Info, area: str | None = None, past: bool = False, language: str | None = None
    ) -> Iterable[models.EventPage]:
        there = event_lines(info, language)
        return noted(articles.find_events(past=past, area=area), language, info) if there is None else there

    @strawberry_django.field(description="One event, by its slug; one that is over too.")
    def event(self, info: Info, slug: str, language: str | None = None) -> Event | None:
        return one(models.EventPage.objects.live(), slug, language, info)

    @strawberry_django.connection(Connection[DropInPlace], description="Places where young people can come by.")
    def places(self, info: Info, area: str | None = None, language: str | None = None) -> Iterable[models.DropInPage]:
        return noted(articles.find_places(area), language, info)

    @strawberry_django.field(description="One place, by its slug.")
    def place(self, info: Info, slug: str, language: str | None = None) -> DropInPlace | None:
        return one(articles.find_places(), slug, language, info)

    @strawberry_django.connection(Connection[AnswerPage], description="Pages of questions and answers.")
    def answer_pages(self, info: Info, language: str | None = None) -> Iterable[models.QuestionsPage]:
        return noted(articles.find_answers(), language, info)

    @strawberry_django.field(description="One page of questions and answers, by its slug.")
    def answer_page(self, info: Info, slug: str, language: str | None = None) -> AnswerPage | None:
        return one(articles.find_answers(), slug, language, info)
