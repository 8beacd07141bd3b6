from leavingwell.content.models.approval_request import ApprovalRequest
from leavingwell.content.models.area import Area
from leavingwell.content.models.checked_link import CheckedLink
from leavingwell.content.models.content_finding import ContentFinding
from leavingwell.content.models.content_rules import ContentRules
from leavingwell.content.models.directory import DirectoryFeed, DirectoryImport, DirectoryRow, DirectoryService
from leavingwell.content.models.glossary_term import GlossaryTerm
from leavingwell.content.models.help_line import HelpLine
from leavingwell.content.models.notice import Notice
from leavingwell.content.models.offer_topic import OfferTopic
from leavingwell.content.models.offer_topic_start import OfferTopicStart
from leavingwell.content.models.pages import (
    DropInPage,
    EventPage,
    HomePage,
    NewsPage,
    OfferIndexPage,
    OfferPage,
    QuestionsPage,
    StandardPage,
    StoryPage,
)

__all__ = [
    "ApprovalRequest",
    "Area",
    "CheckedLink",
    "ContentFinding",
    "ContentRules",
    "DirectoryFeed",
    "DirectoryImport",
    "DirectoryRow",
    "DirectoryService",
    "DropInPage",
    "EventPage",
    "GlossaryTerm",
    "HelpLine",
    "HomePage",
    "NewsPage",
    "Notice",
    "OfferIndexPage",
    "OfferPage",
    "OfferTopic",
    "OfferTopicStart",
    "QuestionsPage",
    "StandardPage",
    "StoryPage",
]
