from leavingwell.content.models.glossary_term import GlossaryTerm
from leavingwell.content.models.help_line import HelpLine
from leavingwell.content.models.notice import Notice
from leavingwell.content.models.offer_topic import OfferTopic
from leavingwell.content.models.pages import HomePage, OfferIndexPage, OfferPage, StandardPage

__all__ = [
    "GlossaryTerm",
    "HelpLine",
    "HomePage",
    "Notice",
    "OfferIndexPage",
    "OfferPage",
    "OfferTopic",
    "StandardPage",
]
