"""An import: compared with what is here, written where it was chosen, and the council's own words kept."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import ContentRules, DirectoryRow, DirectoryService, OfferPage
from leavingwell.content.services.directory import applying, deciding
from leavingwell.content.services.directory.applying import apply_import
from leavingwell.content.services.directory.reading import read_import
from leavingwell.content.services.directory.starting import start_import
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import ProblemCode, Problems
from tests.content.open_referral.directory import example, key, kinds, make_feed, only_row, read, service, take, write
from tests.factories import Household, make_offer

Kind, Result = DirectoryRow.Kind, DirectoryRow.Result


def offer(number: int = 1) -> OfferPage:
    return OfferPage.objects.get(directory_services__external_id=key(number))


def test_a_dry_run_changes_nothing_and_then_offers_come_in(in_north: Household) -> None:
    feed = make_feed()
    before = OfferPage.objects.count()
    run = read(feed, [service(1, phones=[{"number": "0300"}]), service(2)])
    assert (run.state, kinds(run)) == ("ready", {"new": 2})
    assert OfferPage.objects.count() == before
    run = write(run, publishes=False)
    assert (run.state, run.counts["results"]) == ("done", {"draft": 2})
    assert (offer().live, offer().heading_en, offer().phone, offer().topic.code) == (False, "Service 1", "0300", "home")
    assert offer().get_latest_revision() is not None
    assert kinds(read(feed, [service(1, phones=[{"number": "0300"}]), service(2)])) == {"same": 2}


def test_published_at_once_where_the_council_wants_it(in_north: Household) -> None:
    take(make_feed(), [example("service_full")], publishes=True)
    found = OfferPage.objects.get(heading_en="Community Counselling")
    assert found.live
    assert found.last_checked_on.isoformat() == "2005-01-01"
    assert found.portal_path() == "/offers/community-counselling/"


def test_what_the_directory_changed_is_taken_and_what_we_changed_stays(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1, email="one@example.org", alert="Closed on Monday")])
    ours = offer()
    ours.alert_en, ours.hours = "Open again", "Every day"
    ours.save_revision().publish()
    run = read(feed, [service(1, email="two@example.org", alert="Closed on Friday")])
    found = {change["field"]: change for change in only_row(run).changes}
    assert found["email"] == {
        "field": "email",
        "before": "one@example.org",
        "after": "two@example.org",
        "conflict": False,
    }
    assert found["alert_en"]["conflict"] is True
    assert set(found) == {"email", "alert_en"}  # the hours are ours alone, and no question
    write(run)
    assert (offer().email, offer().alert_en, offer().hours) == ("two@example.org", "Open again", "Every day")
    # it was decided: the same directory asks no second time
    assert kinds(read(feed, [service(1, email="two@example.org", alert="Closed on Friday")])) == {"same": 1}


def test_our_words_are_overwritten_only_where_an_editor_says_so(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1, alert="A")])
    ours = offer()
    ours.alert_en = "B"
    ours.save_revision().publish()
    run = read(feed, [service(1, alert="C")])
    row = only_row(run)
    deciding.tick(run, [row.pk], {str(row.pk)}, {str(row.pk): ["alert_en", "heading_en"]})
    row.refresh_from_db()
    assert row.overwrites == ["alert_en"]  # nothing that was no conflict
    write(run)
    assert offer().alert_en == "C"


def test_a_half_written_draft_of_ours_is_not_published_on_the_way(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1, email="one@example.org")])
    ours = offer()
    ours.evidence_en = "Half a sen"
    ours.save_revision()
    run = take(feed, [service(1, email="two@example.org")])
    row = only_row(run)
    assert (row.result, row.faults) == (Result.DRAFT, [["has_draft", "", ""]])
    assert (offer().email, offer().evidence_en or "") == ("one@example.org", "")
    draft = offer().get_latest_revision_as_object()
    assert (draft.email, draft.evidence_en) == ("two@example.org", "Half a sen")


def test_an_offer_that_changed_while_somebody_looked_is_passed_over(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1, email="one@example.org")])
    run = read(feed, [service(1, email="two@example.org")])
    ours = offer()
    ours.email = "three@example.org"
    ours.save_revision().publish()
    write(run)
    assert only_row(run).result == Result.PASSED_OVER
    assert offer().email == "three@example.org"


def test_what_is_gone_is_proposed_and_never_deleted(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1), service(2), service(3)])
    part = read(feed, [service(1)], is_whole=False)
    assert kinds(part) == {"same": 1}
    run = read(feed, [service(1), service(2, name="Service 2", status="defunct")])
    assert kinds(run) == {"same": 1, "gone": 2}
    assert not run.rows.filter(is_chosen=True).exists()
    deciding.tick_all(run, "gone", True)
    write(run)
    assert [offer(number).live for number in (1, 2, 3)] == [True, False, False]


def test_what_the_council_deleted_does_not_come_back_by_itself(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1)])
    offer().delete()
    run = read(feed, [service(1)])
    row = only_row(run)
    assert (row.kind, row.is_chosen, row.faults) == (Kind.NEW, False, [["deleted_here", "", ""]])


def test_where_a_second_person_approves_nothing_goes_out_by_itself(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1)])
    ContentRules.objects.create(second_person=True)
    run = read(feed, [service(2)])
    deciding.tick_all(run, "gone", True)
    write(run, publishes=True)
    assert (offer(1).live, offer(2).live) == (True, False)
    assert run.rows.get(kind=Kind.GONE).faults[0] == ["second_person", "", ""]


@pytest.mark.parametrize("rule", ["second_person", "checks_must_pass"])
def test_a_rule_that_is_set_while_the_import_waits_holds_for_it(in_north: Household, rule: str) -> None:
    feed = make_feed()
    take(feed, [service(1)])
    run = read(feed, [service(1, email="new@example.org"), service(2)])
    deciding.carry_out(run, publishes=True, by=None, queued=False)
    ContentRules.objects.create(**{rule: True})
    apply_import(run.pk)
    assert (offer(1).live, offer(1).email, offer(2).live) == (True, "", False)
    assert offer(1).get_latest_revision_as_object().email == "new@example.org"


def test_hostile_services_harm_nobody(in_north: Household) -> None:
    hostile = [
        service(1, description="<script>alert(1)</script><p>Safe</p>", url="javascript:alert(1)"),
        service(2, name="x" * 300, description="y" * 5_000_000),
        service(3, minimum_age=-5, maximum_age=10**30),
        service(3),
        service(4, name="Nul\x00 and \ud800", phones=[{"number": "9" * 100}], contacts={"a": "b"}),
        service(5, schedules=[{"byday": "MO," * 1000, "opens_at": "25:00"}], interval=10**40),
        service(6, organization="not an object", service_at_locations=[{"location": {"addresses": [[], {"city": 7}]}}]),
        {"id": "../../etc/passwd", "name": "A", "status": "active"},
        None,
        7,
    ]
    run = take(make_feed(), hostile)
    assert kinds(run) == {"new": 6, "unreadable": 4}
    assert not run.rows.filter(result=Result.PASSED_OVER).exists()
    assert offer(1).summary_en == "Safe"
    assert offer(1).link == ""
    assert len(offer(2).title) <= 255
    assert (offer(3).youngest, offer(3).oldest) == (15, 25)
    assert "\x00" not in offer(4).heading_en
    twice = run.rows.get(kind=Kind.UNREADABLE, external_id=key(3))
    assert twice.faults[0] == ["twice", "", "3"]


def test_many_of_one_name_and_names_of_no_letters(in_north: Household) -> None:
    take(make_feed(), [service(number, name="Youth club") for number in (1, 2)] + [service(3, name="中文")])
    slugs = [offer(number).slug for number in (1, 2, 3)]
    assert slugs[0] == "youth-club"
    assert slugs[1].startswith("youth-club-")
    assert slugs[2].startswith("offer-")


def test_an_import_that_was_killed_goes_on_where_it_was(in_north: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "PAGE", 2)
    run = read(make_feed(), [service(number) for number in range(5)])
    run = deciding.carry_out(run, publishes=True, by=None, queued=False)
    assert applying.write_page(run) == 2  # and here the worker died
    for _again in range(2):
        applying.apply_import(run.pk)
    run.refresh_from_db()
    assert run.counts["results"] == {"live": 5}
    assert DirectoryService.objects.filter(feed=run.feed).count() == 5


def test_nobody_decides_twice_and_two_imports_do_not_cross(in_north: Household) -> None:
    feed = make_feed()
    run = read(feed, [service(1)])
    write(run)
    with pytest.raises(Problems) as refused:
        deciding.carry_out(run, publishes=True, by=None, queued=False)
    assert refused.value.problems[0].code == ProblemCode.WRONG_STATE
    start_import(feed, by=None, data=b"[]", queued=False)
    with pytest.raises(Problems) as refused:
        start_import(feed, by=None, data=b"[]", queued=False)
    assert refused.value.problems[0].code == ProblemCode.CONFLICT


def test_a_file_that_is_no_directory_says_why(in_north: Household) -> None:
    run = read(make_feed(), b"<html>")
    assert (run.state, run.problem[0], run.payload) == ("failed", "not_json", None)


def test_an_offer_of_our_own_feed_is_known_by_its_id(in_north: Household) -> None:
    ours = make_offer(in_north.council, "Setting up home", topic_id=make_feed("Other").topic_id)
    found = {**service(1), "id": str(ours.translation_key), "name": "Setting up a home", "email": "a@example.org"}
    row = only_row(read(make_feed(), [found]))
    conflicts = {change["field"]: change["conflict"] for change in row.changes}
    assert (row.kind, row.offer_id) == (Kind.CHANGED, ours.pk)
    assert conflicts["heading_en"] is True  # never compared before: ours stays
    assert conflicts["email"] is False


def test_another_councils_ids_and_offers_are_nothing_to_us(north: Household, east: Household) -> None:
    with scope(east.council):
        theirs = make_feed("Theirs")
        take(theirs, [service(1)])
        page, started = offer(), start_import(theirs, by=None, data=b"[]", queued=False)
    with scope(north.council):
        run = read(make_feed(), [service(1), {**service(2), "id": str(page.translation_key)}])
        assert kinds(run) == {"new": 2}
        write(run)
        read_import(started.pk)  # another council's: as if it were not there
        apply_import(started.pk)
    with scope(east.council):
        page.refresh_from_db()
        assert page.heading_en == "Service 1"
        assert DirectoryService.objects.count() == 1
        started.refresh_from_db()
        assert started.state == "waiting"


def counted(work: Any) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        work()
    return len(queries)


def test_comparing_takes_the_same_queries_for_few_and_many(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(number) for number in range(12)])

    def compared(number: int) -> int:
        changed = [service(n, email="a@example.org") for n in range(number)]
        return counted(lambda: read(feed, changed))

    compared(1)
    assert compared(2) == compared(10)


def test_each_offer_that_is_written_costs_the_same(in_north: Household) -> None:
    """Nothing grows with what was written before."""
    feed = make_feed()
    take(feed, [service(99)])

    def written(*numbers: int) -> int:
        run = read(feed, [service(number) for number in numbers], is_whole=False)
        return counted(lambda: write(run))

    assert written(1, 2, 3) == written(4, 5, 6)
