"""What is due is published and taken down by a job, in each council its own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leavingwell.content.editing import publishing
from leavingwell.content.models import StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at


def scheduled(council, slug):
    """To be published a minute ago."""
    past = timezone.now() - timedelta(minutes=1)
    with scope(council):
        page = StandardPage(title=slug, slug=slug, heading_en=slug, live=False)
        home_page(council).add_child(instance=page)
        page.go_live_at = past
        version = page.save_revision()
        version.approved_go_live_at = past
        version.save()
    return page


def is_live(council, page):
    with scope(council):
        return StandardPage.objects.get(pk=page.pk).live


@pytest.fixture
def queued(monkeypatch):
    asked = []
    monkeypatch.setattr(publishing, "in_every_council", lambda job, words: asked.append(job))
    return asked


def test_each_council_publishes_its_own(north, east):
    ours, theirs = scheduled(north.council, "ours"), scheduled(east.council, "theirs")
    assert publishing.publish_due_in(north.council.pk) == 1
    assert is_live(north.council, ours)
    assert not is_live(east.council, theirs)
    assert publishing.publish_due_in(north.council.pk) == 0


def renamed(council, page, slug):
    """The waiting version wants an address that somebody else has by now."""
    with scope(council):
        version = StandardPage.objects.get(pk=page.pk).latest_revision
        version.content = {**version.content, "slug": slug}
        version.save()


def test_one_that_cannot_be_published_holds_up_no_other(north, caplog):
    stuck, fine = scheduled(north.council, "stuck"), scheduled(north.council, "fine")
    scheduled(north.council, "secret-address")
    renamed(north.council, stuck, "secret-address")
    assert publishing.publish_due_in(north.council.pk) == 2
    assert is_live(north.council, fine)
    assert not is_live(north.council, stuck)
    assert "ValidationError" in caplog.text
    assert "secret-address" not in caplog.text


def test_its_editors_see_why_and_nobody_elses(north, east):
    stuck = scheduled(north.council, "stuck")
    scheduled(north.council, "taken")
    renamed(north.council, stuck, "taken")
    publishing.publish_due_in(north.council.pk)
    address = "/admin/drafts/?whose=missed"
    editor = at(north.council, north.editor)
    assert address not in editor.get("/admin/").content.decode()  # the clock may still do it
    with scope(north.council):
        waiting = StandardPage.objects.get(pk=stuck.pk).latest_revision
        waiting.approved_go_live_at = timezone.now() - timedelta(hours=1)
        waiting.save()
    assert address in editor.get("/admin/").content.decode()
    shown = editor.get(address).content.decode()
    assert "could not be published at its time" in shown
    assert "Slug: " in shown
    assert "already in use" in shown
    other = at(east.council, east.editor)
    assert address not in other.get("/admin/").content.decode()
    assert "could not be published" not in other.get(address).content.decode()


def test_a_page_is_taken_down_at_its_time(north):
    with scope(north.council):
        page = StandardPage(title="Over", slug="over", heading_en="Over")
        home_page(north.council).add_child(instance=page)
        StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert publishing.publish_due_in(north.council.pk) == 1
    assert not is_live(north.council, page)


def test_councils_are_asked_only_when_something_is_due(north, queued):
    publishing.publish_due_everywhere()
    assert queued == []
    scheduled(north.council, "due")
    publishing.publish_due_everywhere()
    assert queued == [publishing.publish_due_in]
