"""The texts of this app that translators work on."""

from typing import Any

from leavingwell.content.models import (
    Area,
    DropInPage,
    EventPage,
    GlossaryTerm,
    HelpLine,
    NewsPage,
    Notice,
    OfferIndexPage,
    OfferPage,
    OfferTopic,
    QuestionsPage,
    StandardPage,
    StoryPage,
)
from leavingwell.translations.models import Area as TextArea
from leavingwell.translations.registry import always
from leavingwell.translations.sources.columns import register_model

PAGES = (DropInPage, EventPage, NewsPage, QuestionsPage, StandardPage, StoryPage)


def title_of(page: Any) -> str:
    return str(page.title)


def path_of(page: Any) -> str:
    return str(page.portal_path())


def register() -> None:
    for offer in (OfferPage, OfferIndexPage):
        register_model(offer, area=TextArea.OFFER, title=title_of, address=path_of)
    for page in PAGES:
        register_model(page, area=TextArea.PAGES, title=title_of, address=path_of)
    for model, name in ((OfferTopic, "Offer topic"), (Area, "Area")):
        register_model(model, area=TextArea.OFFER, title=always(name), address=always("/offers/"))
    register_model(Notice, area=TextArea.NOTICES, title=always("Notice"), address=always("/"))
    register_model(HelpLine, area=TextArea.HELP, title=lambda line: str(line.phone), address=always("/help/"))
    register_model(
        GlossaryTerm, area=TextArea.WORDS, title=lambda word: str(word.term_en), address=always("/glossary/")
    )
