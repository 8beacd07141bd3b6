"""The demonstration's drafts: one waits for a colleague, one for its day, and a broken link is found."""

from django.utils import timezone

from leavingwell.content.editing.approving import waiting
from leavingwell.content.models import ContentFinding, StandardPage
from leavingwell.content.models.content_rules import content_rules
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.drafts import store_drafts
from leavingwell.platform.demo.pages import put


def test_there_is_something_to_do_for_editors(east):
    clock = Clock(timezone.now())
    with scope(east.council):
        put(home_page(east.council), StandardPage(title="Get help", slug="get-help", heading_en="Get help"), clock)
        store_drafts(east.council, [east.admin, east.editor], clock)
        asked = waiting().get()
        assert (asked.page.slug, asked.asked_by) == ("get-help", east.editor)
        scheduled = StandardPage.objects.get(slug="winter-money")
        assert not scheduled.live
        assert scheduled.scheduled_revision is not None
        broken = ContentFinding.objects.filter(kind="broken_link").values_list("language", flat=True)
        assert sorted(broken) == ["ar", "en"]  # the same link in both texts
        assert content_rules().second_person


def test_a_council_without_such_a_file_has_none(north):
    with scope(north.council):
        store_drafts(north.council, [], Clock(timezone.now()))
        assert not waiting().exists()
