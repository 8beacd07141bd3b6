"""Random people do random things to one plan's reviews: what holds always, whatever they do."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.plans.models import Attempt, Plan, PlanRules, ReturnReason, Review
from leavingwell.platform.plans.services import returning, reviewing, signing_off, taking_part, writing_without
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.calling import check_in
from leavingwell.platform.plans.services.contacts import record_attempt
from leavingwell.platform.plans.services.returning import Missing
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.check_ins import GivenCheckIn
from tests.factories import Household

State, Occasion = Review.State, Review.Occasion
STEPS = {
    "submit": {
        ("draft", "submitted"),
        ("draft", "quality_check"),
        ("returned", "submitted"),
        ("returned", "quality_check"),
    },
    "check": {("quality_check", "submitted"), ("quality_check", "returned")},
    "return": {("submitted", "returned")},
    "authorise": {("submitted", "current")},
    "start": {("current", "draft")},
    "ask": {("current", "draft")},
    "without": {("draft", "draft"), ("returned", "returned")},
    "put right": {("returned", "returned")},
    "workers part": {("draft", "draft"), ("returned", "returned")},
}
OPENS_AGAIN = {"my part", "answer", "check in"}  # only where it was written without them
people = st.sampled_from(
    ["worker", "other_worker", "manager", "supervisor", "duty", "owner", "other_owner", "supporter", "analyst"]
)
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20).filter(
    lambda text: text.strip()
)
versions = st.none() | st.integers(0, 6)
codes = st.sampled_from(["", "goals", "actions", "HOME", "matter-4", "nowhere"])


def read(plan: Plan, version: int | None) -> int:
    """Which version somebody read who decides: without another one in mind, that which stands there."""
    return plan.review.version if version is None and plan.review else version or 0


class Reviews(RuleBasedStateMachine):
    house: Household

    def __init__(self) -> None:
        super().__init__()
        self.taken_back = transaction.atomic()
        self.taken_back.__enter__()
        self.said: set[str] = set()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.taken_back.__exit__(None, None, None)

    def rows(self) -> list[tuple[Any, ...]]:
        plan = self.house.plan
        reviews = plan.reviews.order_by("number").values_list()
        return [(plan.review_id, plan.current_until), *reviews, *ReturnReason.objects.values_list()]

    def attempt(self, what: str, act: Any, *said: str) -> None:
        """Does it: either nothing at all is different, or the state is one that this step leads to."""
        plan = self.house.plan
        assert plan.review
        rows, before, until = self.rows(), plan.review, plan.current_until
        try:
            with transaction.atomic():
                act(plan)
        except Problems:
            assert self.rows() == rows
            return
        self.said |= {one.strip() for one in said}
        after = self.house.plan
        assert after.review
        step = (before.state, after.review.state)
        if what in OPENS_AGAIN:
            assert step[0] == step[1] or (before.written_without and step[1] == "draft"), step
        else:
            assert step in STEPS[what], (what, step)
        assert (after.current_until != until) <= (what == "authorise")

    @rule(who=people, version=versions)
    def submit(self, who: str, version: int | None) -> None:
        by = self.house.people[who]
        self.attempt("submit", lambda plan: signing_off.submit_plan(plan, by=by, expected_version=version))

    @rule(who=people, passes=st.booleans(), text=words, version=versions)
    def check(self, who: str, passes: bool, text: str, version: int | None) -> None:
        by = self.house.people[who]
        self.attempt(
            "check",
            lambda plan: returning.check_quality(
                plan, by=by, pass_on=passes, words=text, expected_version=read(plan, version)
            ),
            text,
        )

    @rule(who=people, section=codes, text=words)
    def send_back(self, who: str, section: str, text: str) -> None:
        by, missing = self.house.people[who], [Missing(section, text)]
        self.attempt("return", lambda plan: returning.return_plan(plan, by=by, sections=missing), text)

    @rule(who=people, version=versions)
    def authorise(self, who: str, version: int | None) -> None:
        by = self.house.people[who]
        self.attempt(
            "authorise", lambda plan: signing_off.authorise_plan(plan, by=by, expected_version=read(plan, version))
        )

    @rule(who=people, occasion=st.sampled_from(Occasion))
    def start(self, who: str, occasion: Occasion) -> None:
        by = self.house.people[who]
        self.attempt("start", lambda plan: reviewing.start_next_review(plan, occasion, by=by))

    @rule(who=people)
    def ask(self, who: str) -> None:
        by = self.house.people[who]
        self.attempt("ask", lambda plan: reviewing.request_review(plan, by=by))

    @rule(who=people, agrees=st.sampled_from(["yes", "partly", "no", "maybe"]), text=words, version=versions)
    def my_part(self, who: str, agrees: str, text: str, version: int | None) -> None:
        by = self.house.people[who]
        given = {"agrees": agrees, "words": text, "language": "ar", "by": by, "expected_version": version}
        self.attempt("my part", lambda plan: taking_part.save_my_part(plan, **given), text)

    @rule(who=people, text=words, version=versions)
    def workers_part(self, who: str, text: str, version: int | None) -> None:
        given = {"words": text, "by": self.house.people[who], "expected_version": version}
        self.attempt("workers part", lambda plan: taking_part.save_workers_part(plan, **given), text)

    @rule(who=people)
    @precondition(lambda self: ReturnReason.objects.exists())
    def put_right(self, who: str) -> None:
        by, reason = self.house.people[who], ReturnReason.objects.first()
        self.attempt("put right", lambda plan: returning.answer_return(reason, by=by))

    @rule(who=people, text=words)
    def without(self, who: str, text: str) -> None:
        by = self.house.people[who]
        self.attempt("without", lambda plan: writing_without.write_without(plan, reason=text, by=by), text)

    @rule(days=st.integers(0, 20), channel=st.sampled_from(Attempt.Channel))
    def tried(self, days: int, channel: Attempt.Channel) -> None:
        on = timezone.localdate() - timedelta(days=days)
        record_attempt(self.house.plan, channel=channel, outcome="No answer", on=on, by=self.house.worker)

    @rule()
    def tried_enough(self) -> None:
        Review.objects.filter(pk=self.house.plan.review_id).update(started_on=date(2020, 1, 1))
        for days, channel in ((30, "call"), (20, "text"), (10, "visit")):
            self.tried(days, Attempt.Channel(channel))

    @rule()
    def checks_in(self) -> None:
        house, given = self.house, GivenCheckIn(face=3)
        self.attempt("check in", lambda plan: check_in(house.young_person, given, by=house.owner, language="en"))

    @rule()
    def answers(self) -> None:
        owner = self.house.owner
        given = [GivenAnswer("HOME-01", kind=AnswerKind.ANSWERED, choice="yes")]

        def act(plan: Any) -> None:
            sitting = sitting_of(plan.young_person, owner, channel=None, language="en")
            record_answers(plan, plan.review.response, given, sitting)

        self.attempt("answer", act)

    @rule(who=st.sampled_from(["worker", "other_worker"]))
    def handed_over(self, who: str) -> None:
        with suppress(Problems):  # of the one who works with them already
            allocate_worker(self.house.young_person, self.house.people[who], by=self.house.manager)

    @rule(on=st.booleans())
    def council_wants_a_check(self, on: bool) -> None:
        PlanRules.objects.update_or_create(effective_from=date(2001, 1, 1), defaults={"quality_check": on})

    @invariant()
    def one_open_review_at_most(self) -> None:
        reviews = list(self.house.plan.reviews.order_by("number"))
        assert [one.number for one in reviews] == list(range(1, len(reviews) + 1))
        assert all(one.state == State.CURRENT for one in reviews[:-1])
        assert self.house.plan.review_id == reviews[-1].pk

    @invariant()
    def what_was_signed_was_signed_by_somebody_else(self) -> None:
        for review in Review.objects.filter(plan=self.house.plan, state=State.CURRENT):
            assert review.authorised_by_id not in (None, review.submitted_by_id, review.worker_part_by_id)
            assert review.snapshot["review"]["number"] == review.number
            assert review.response.complete
        unsigned = self.house.plan.reviews.exclude(state=State.CURRENT)
        assert not unsigned.exclude(authorised_at=None).exists()

    @invariant()
    def no_words_are_lost(self) -> None:
        kept = str(list(AuditEntry.objects.values_list("changes", "reason")))
        kept += str(list(ReturnReason.objects.values_list("reason", flat=True)))
        for text in self.said:
            assert text in kept or repr(text)[1:-1] in kept, text


def test_whatever_anybody_does(in_north: Household) -> None:
    machine = type("ReviewsOfNorth", (Reviews,), {"house": in_north})
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=30,
            phases=[Phase.generate],  # to shrink a failing case takes minutes with a database
            suppress_health_check=list(HealthCheck),
        ),
    )
