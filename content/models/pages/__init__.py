from leavingwell.content.models.pages.article import DropInPage, EventPage, NewsPage, QuestionsPage, StoryPage
from leavingwell.content.models.pages.home import HomePage
from leavingwell.content.models.pages.offer import OfferIndexPage, OfferPage
from leavingwell.content.models.pages.standard import StandardPage

__all__ = [
    "DropInPage",
    "EventPage",
    "HomePage",
    "NewsPage",
    "OfferIndexPage",
    "OfferPage",
    "QuestionsPage",
    "StandardPage",
    "StoryPage",
]
