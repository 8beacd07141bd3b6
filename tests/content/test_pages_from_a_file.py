"""Pages that a configuration brings in, beside what a council's own people do with them."""

from typing import Any

import pytest

from leavingwell.content.models import StandardPage
from leavingwell.content.services.content_rules import set_content_rules
from leavingwell.content.services.opening import home_page
from leavingwell.platform.running.archive import Archive
from leavingwell.platform.running.services.moving import Plan, bring_in, packed, preview
from tests.factories import Household


@pytest.fixture
def page(in_north: Household) -> StandardPage:
    page = StandardPage(title="Get help", slug="get-help", heading_en="Get help")
    home_page(in_north.council).add_child(instance=page)
    page.save_revision().publish()
    return page


def file_with(**fields: Any) -> Archive:
    """The council's own pages, of which one says something else."""
    archive = packed(without=[part for part in packed().parts if part != "pages"])
    row = next(row for row in archive.parts["pages"]["standardpage"] if row["key"] == ["get-help"])
    row["fields"].update(fields)
    return archive


def left_out(plan: Plan) -> list[tuple[str, bool]]:
    return [(one.name, "has a draft" in one.why) for one in plan.whole.left_out]


def drafted(page: StandardPage) -> None:
    draft = StandardPage.objects.get(pk=page.pk)
    draft.heading_en = "My colleague's words"
    draft.save_revision()


def test_a_colleagues_draft_of_a_live_page_is_not_buried(page: StandardPage, in_north: Household) -> None:
    archive = file_with(heading_en="From the file")
    before = preview(archive, by=in_north.admin).fingerprint
    drafted(page)
    shown = preview(archive, by=in_north.admin)
    assert left_out(shown) == [("get-help", True)]
    assert shown.fingerprint != before
    assert left_out(bring_in(archive, shown.fingerprint, by=in_north.admin)) == [("get-help", True)]
    now = StandardPage.objects.get(pk=page.pk)
    assert now.heading_en == "Get help"
    assert now.get_latest_revision_as_object().heading_en == "My colleague's words"


def test_a_draft_is_no_matter_where_the_file_changes_nothing(page: StandardPage, in_north: Household) -> None:
    archive = file_with()
    drafted(page)
    assert left_out(preview(archive, by=in_north.admin)) == []


@pytest.mark.parametrize("rule", ["second_person", "checks_must_pass"])
def test_what_the_rules_hold_back_waits_as_a_draft(page: StandardPage, in_north: Household, rule: str) -> None:
    archive = file_with(heading_en="From the file")
    new = {"key": ["new"], "fields": {"title": "New", "heading_en": "New", "live": True}}
    archive.parts["pages"]["standardpage"].append(new)
    set_content_rules(by=in_north.admin, **{rule: True})
    plan = bring_in(archive, None, by=in_north.admin)
    assert left_out(plan) == []
    now = StandardPage.objects.get(pk=page.pk)
    assert (now.live, now.heading_en) == (True, "Get help")
    assert now.get_latest_revision_as_object().heading_en == "From the file"
    assert not StandardPage.objects.get(slug="new").live


def test_without_such_rules_it_is_published(page: StandardPage, in_north: Household) -> None:
    bring_in(file_with(heading_en="From the file"), None, by=in_north.admin)
    assert StandardPage.objects.get(pk=page.pk).heading_en == "From the file"


def test_a_page_without_a_name_is_not_made(page: StandardPage, in_north: Household) -> None:
    archive = file_with()
    archive.parts["pages"]["standardpage"].append({"key": [], "fields": {"title": "New", "heading_en": "New"}})
    plan = preview(archive, by=in_north.admin)
    assert plan.whole.changes == []
    assert len(plan.whole.left_out) == 1
