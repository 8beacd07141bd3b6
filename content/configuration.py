"""The local offer, the pages and the small texts of a council, as parts of its configuration."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from leavingwell.content import models
from leavingwell.content.page_tables import IndexTable, PageTable, Paths, page_models
from leavingwell.platform.councils.configuration import registry
from leavingwell.platform.councils.configuration.table_part import register_tables
from leavingwell.platform.councils.configuration.tables import Table

LOCAL_PAGES = {"content.NewsPage", "content.EventPage", "content.DropInPage"}  # of one place, or of one day
NOT_TAKEN = {
    "content.HomePage": "made with the council, and holds its name alone",
    "content.StoryPage": "somebody's own story, told with their agreement to this council",
}
WHOM_TO_ASK = ("phone", "email", "hours", "address", "contacts")  # not what somebody in another council should ring
CHECKING = ("last_checked_by",)
NOT_SETTINGS = {
    "content.ApprovalRequest": "one draft on its way to being published, with the names of who looks at it",
    "content.ContentFinding": "found again by each check",
    "content.CheckedLink": "asked again every week",
    "content.DirectoryImport": "how one import went",
    "content.DirectoryRow": "one line of one import",
    "content.DirectoryService": "which service an offer was taken from, in one directory",
}


def page_table(model: type) -> Table:
    label = model._meta.label  # type: ignore[attr-defined]
    names = {field.name for field in model._meta.concrete_fields}  # type: ignore[attr-defined]
    made = IndexTable if label == "content.OfferIndexPage" else PageTable
    return made(
        model,
        left_out=tuple(name for name in CHECKING if name in names),
        is_local=label in LOCAL_PAGES,
        local_fields=tuple(name for name in WHOM_TO_ASK if name in names),
        hidden_blocks=("contact",),
    )


def taken_pages() -> list[Table]:
    """The index first: its offers stand under it."""
    tables = [page_table(model) for model in page_models() if model._meta.label not in NOT_TAKEN]
    return sorted(tables, key=lambda table: not isinstance(table, IndexTable))


registry.address(Page, Paths())
register_tables(
    "words",
    _("Words, notices and help lines"),
    40,
    Table(models.OfferTopic, key=("code",)),
    Table(models.OfferTopicStart, key=("topic__code",)),
    Table(models.Area, key=("code",), is_local=True),
    Table(models.GlossaryTerm, key=("term_en",)),
    Table(models.HelpLine, key=("title_en",), is_local=True),
    Table(models.Notice, key=("title_en",), is_local=True),
    Table(models.DirectoryFeed, key=("name",), left_out=("terms",), is_local=True),
)
register_tables("pages", _("Local offer and pages"), 50, *taken_pages())
# After the pages: where a second person has to look at each, only a council that has the rule already waits for them.
register_tables("page_rules", _("Rules for pages"), 60, Table(models.ContentRules, local_fields=("preview_address",)))
for label, reason in {**NOT_TAKEN, **NOT_SETTINGS}.items():
    registry.leave_out(label, reason)
