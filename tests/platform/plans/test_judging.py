"""What somebody found who read an agreed plan: kept for good, by those who judge it, and for nobody else."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.why_not import WhyNot
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import QualityJudgement, QualityNote, Review
from leavingwell.platform.plans.permissions import on_part
from leavingwell.platform.plans.quality_sample import quality_sample
from leavingwell.platform.plans.services.judging import Outcome, Point, PointNote, judge_quality
from leavingwell.platform.problems import Problems
from tests.api import ask, codes, do, opaque
from tests.factories import Household, agree_plan
from tests.platform.documents.copies import made, zip_of
from tests.portal.pages import client, form_to, soup, words

JUDGED = "... on QualityJudgement { outcome by notes { point note } }"
SAMPLE = f"""{{ qualitySample(month: "{timezone.localdate()}") {{ agreed good needsWork plans {{
  reviewId mayJudge judgement {{ outcome by notes {{ point note }} }} }} }} }}"""
THIN = {"point": "STEPS", "note": "Say who rings the landlord"}


@pytest.fixture
def house(north: Household) -> Iterator[Household]:
    with scope(north.council):
        agree_plan(north.plan, worker=north.worker, manager=north.manager)
        yield north


def review(house: Household) -> Review:
    return house.plan.review


def judge(house: Household, who: str, outcome: str = "GOOD", *, of: Household | None = None, **given: Any) -> Any:
    with scope((of or house).council):
        pk = opaque("Review", (of or house).plan.review)
    person = house.people[who] if who else None
    return do(person, house.council, "judgeQuality", JUDGED, reviewId=pk, outcome=outcome, **given)


def test_a_judgement_is_kept_told_in_the_sample_and_on_record(house: Household) -> None:
    found = judge(house, "supervisor", "NEEDS_WORK", notes=[THIN, {"point": "GOALS", "note": " "}])
    assert found == {
        "__typename": "QualityJudgement",
        "outcome": "NEEDS_WORK",
        "by": house.supervisor.name,
        "notes": [THIN],
    }
    seen = ask(house.manager, house.council, SAMPLE)["data"]["qualitySample"]
    assert (seen["good"], seen["needsWork"]) == (0, 1)
    assert {**seen["plans"][0]["judgement"], "__typename": "QualityJudgement"} == found
    entry = AuditEntry.objects.get(action="quality.judged")
    assert (entry.young_person_id, entry.actor_id) == (house.young_person.pk, house.supervisor.pk)


def test_a_later_look_counts_and_the_earlier_one_stays(house: Household) -> None:
    judge(house, "supervisor", "NEEDS_WORK", notes=[THIN])
    judge(house, "manager")
    assert QualityJudgement.objects.count() == 2
    sample = quality_sample(house.supervisor, timezone.localdate())
    assert sample.outcomes == {Outcome.GOOD: 1}
    assert sample.plans[0].judgement.by == house.manager


def test_said_twice_it_is_kept_once(house: Household) -> None:
    same = "018f2f5e-0000-7000-8000-000000000001"
    assert judge(house, "manager", requestId=same) == judge(house, "manager", requestId=same)
    assert QualityJudgement.objects.count() == 1


@pytest.mark.parametrize(
    ("outcome", "notes", "problem"),
    [
        ("NEEDS_WORK", [], ("INVALID", "notes")),
        ("NEEDS_WORK", [{**THIN, "note": "  "}], ("INVALID", "notes")),
        ("GOOD", [THIN, THIN], ("INVALID", "notes")),
        ("GOOD", [{**THIN, "note": "x" * 1001}], ("TOO_LARGE", "notes.0.note")),
    ],
)
def test_a_judgement_that_cannot_be(house: Household, outcome: str, notes: Any, problem: tuple[str, str]) -> None:
    assert codes(judge(house, "supervisor", outcome, notes=notes)) == [problem]
    assert not QualityJudgement.objects.exists()


def test_what_is_not_agreed_is_not_judged(in_north: Household) -> None:
    assert codes(judge(in_north, "manager")) == [("WRONG_STATE", None)]
    decision = on_part(review(in_north), in_north.manager, [Relation.MANAGER])
    assert Operation.JUDGE_QUALITY in decision.refused


def test_nobody_judges_what_they_wrote(house: Household) -> None:
    Review.objects.filter(pk=review(house).pk).update(submitted_by=house.manager)
    assert codes(judge(house, "manager")) == [("NOT_ALLOWED", None)]
    assert not ask(house.manager, house.council, SAMPLE)["data"]["qualitySample"]["plans"][0]["mayJudge"]
    decided = {who: on_part(review(house), house.people[who], [Relation.MANAGER]) for who in ("manager", "supervisor")}
    assert decided["manager"].refused[Operation.JUDGE_QUALITY] == WhyNot.JUDGING_OWN_WORK
    assert Operation.JUDGE_QUALITY in decided["supervisor"].allowed
    with pytest.raises(Problems, match="NOT_ALLOWED"):
        judge_quality(Review.objects.get(pk=review(house).pk), Outcome.GOOD, [], by=house.manager)


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        *((who, ("NOT_ALLOWED", None)) for who in ("owner", "worker", "duty", "supporter", "")),
        *((who, ("NOT_FOUND", "reviewId")) for who in ("other_worker", "other_owner", "analyst", "admin")),
    ],
)
def test_others_judge_nothing(house: Household, who: str, problem: tuple[str, str]) -> None:
    assert codes(judge(house, who)) == [problem]


def test_no_council_judges_or_reads_anothers(house: Household, east: Household) -> None:
    with scope(east.council):
        agree_plan(east.plan, worker=east.worker, manager=east.manager)
    assert codes(judge(house, "manager", of=east)) == [("NOT_FOUND", "reviewId")]
    judge(house, "manager", "NEEDS_WORK", notes=[THIN])
    with scope(east.council):
        assert not QualityJudgement.objects.exists()
        assert not QualityNote.objects.exists()
        assert quality_sample(east.manager, timezone.localdate()).outcomes == {}


def test_the_young_person_has_it_in_the_copy_of_their_data(house: Household) -> None:
    judge(house, "supervisor", "NEEDS_WORK", notes=[THIN])
    files = zip_of(house, made(house))
    told = "\n".join(files.read(name).decode() for name in files.namelist() if "quality" in name)
    assert THIN["note"] in told
    assert "needs_work" in told


def test_constant_queries(house: Household) -> None:
    def number() -> int:
        with CaptureQueriesContext(connection) as queries:
            found = quality_sample(house.manager, timezone.localdate())
            assert [note.note for one in found.plans if one.judgement for note in one.judgement.notes.all()]
        return len(queries)

    def note(point: Point) -> PointNote:
        return PointNote(point, "More")

    judge_quality(review(house), Outcome.GOOD, [note(Point.GOALS)], by=house.manager)
    with_one = number()
    for _again in range(4):
        judge_quality(review(house), Outcome.GOOD, [note(point) for point in Point], by=house.manager)
    assert number() == with_one <= 4


def test_the_page_keeps_it_and_leads_back_to_the_same_draw(house: Household) -> None:
    visitor = client(house.supervisor, house.council)
    sample = f"/quality-check/sample/?month={timezone.localdate():%Y-%m}&draw=7"
    page = visitor.get(sample)
    assert "Nobody has read any of these yet" in words(page)
    assert "Not read yet" in words(page)
    address = soup(page).select_one('a[href^="/quality-check/agreed/"]')["href"]
    fields = form_to(visitor.get(address), address)
    wrong = visitor.post(address, {**fields, "outcome": "NEEDS_WORK"})
    assert (wrong.status_code, "what it needs" in words(wrong)) == (422, True)
    assert visitor.post(address, fields).status_code == 422  # nothing chosen
    answer = visitor.post(address, {**fields, "outcome": "NEEDS_WORK", "note_STEPS": "Who rings?"})
    assert answer["Location"] == sample
    page = words(visitor.get(sample))
    assert "1 of these 1 has been read" in page
    assert f"Who rings? {house.supervisor.name}" in page
    again = visitor.get(address)
    assert "Who rings?" in words(again)
    assert form_to(again, address)["note_STEPS"] == ""  # nobody says another's words as their own


def test_the_page_is_for_those_who_judge(house: Household) -> None:
    address = f"/quality-check/agreed/{opaque('Review', review(house))}/"
    for who in ("worker", "owner", "supporter", "analyst", "other_worker"):
        assert client(house.people[who], house.council).get(address).status_code == 404, who
    for faulty in ("none", "UmV2aWV3Og==", opaque("Plan", house.plan)):
        assert client(house.manager, house.council).get(f"/quality-check/agreed/{faulty}/").status_code == 404
    Review.objects.filter(pk=review(house).pk).update(submitted_by=house.manager)
    assert client(house.manager, house.council).get(address).status_code == 403
