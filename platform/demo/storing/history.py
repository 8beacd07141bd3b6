"""The audit record of the stories: what the services would have noted, on the day it happened."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Model

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.demo.stories import Reviewed
from leavingwell.platform.demo.storing.answers import sitters
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.copying import copy_rows
from leavingwell.platform.demo.storing.plans import Written
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Review


class Recorder:
    """The entries of one young person."""

    def __init__(self, book: Book, written: Written) -> None:
        self.book, self.written, self.story = book, written, written.story
        self.young = book.young[written.story.key]
        self.manager = book.manager_of(written.story)

    def entry(self, action: str, subject: Model, at: datetime, by: Person | None, **more: Any) -> AuditEntry:
        return AuditEntry(
            at=at,
            actor_id=by.pk if by else None,
            actor_name=by.name if by else "",
            actor_role=by.role if by else "",
            action=action,
            subject_type=subject._meta.label_lower,
            subject_id=str(subject.pk),
            young_person_id=self.young.pk,
            **more,
        )

    def entries(self) -> Iterator[AuditEntry]:
        yield from self.joining()
        for told, review in zip(self.story.reviews, self.written.reviews, strict=True):
            yield from self.review(told, review)
        yield from self.list()
        yield from self.words()
        yield from self.contacts()
        yield from self.judgements()

    def joining(self) -> Iterator[AuditEntry]:
        yield self.entry("young_person.added", self.young, self.story.added, self.manager)
        former = self.book.people[self.story.former_worker].name if self.story.former_worker else None
        at = max(self.story.added, self.book.clock.at(self.story.allocated_on, 9))
        names = [former, self.book.people[self.story.worker].name]
        yield self.entry("worker.allocated", self.young, at, self.manager, changes={"worker": names})
        for let_in, row in zip(self.story.supporters, self.written.supporters, strict=True):
            parts = {"parts": [None, let_in.parts]}
            yield self.entry("supporter.added", row, let_in.since, self.young.person, changes=parts)

    def review(self, told: Reviewed, review: Review) -> Iterator[AuditEntry]:
        worker = self.book.worker_on(self.story, told.answered.date())
        yield self.entry("review.started", review, told.started, worker)
        if told.answers:
            codes = [one.question for one in told.answers]
            changes = {"questions": [None, codes], "channel": [None, told.channel]}
            _answers, types = sitters(self.book, self.written, told)
            yield self.entry("answers.saved", review.response, told.answered, types, changes=changes)
        if told.finished:
            yield self.entry("response.submitted", review.response, told.finished, worker)
        if told.submitted:
            checked = told.state == Review.State.QUALITY_CHECK.value
            to = Review.State.QUALITY_CHECK if checked else Review.State.SUBMITTED
            changes = {"state": [Review.State.DRAFT.value, to.value]}
            yield self.entry("plan.submitted", review, told.submitted, worker, changes=changes)
        if told.returned:
            back = {"state": [Review.State.SUBMITTED.value, Review.State.RETURNED.value]}
            reason = told.return_reason
            yield self.entry("plan.returned", review, told.returned, self.manager, reason=reason, changes=back)
        if told.authorised:
            agreed = {"state": [Review.State.SUBMITTED.value, Review.State.CURRENT.value]}
            yield self.entry("plan.authorised", review, told.authorised, self.manager, changes=agreed)

    def list(self) -> Iterator[AuditEntry]:
        for goal in self.written.goals:
            yield self.entry("goal.added", goal, goal.added_at, goal.added_by, changes={"words": [None, goal.words]})
        for action in self.written.actions:
            if action.status == Action.Status.DRAFT:
                continue  # the product notes the answer that made it
            changes = {"title": [None, action.title]}
            yield self.entry("action.added", action, action.added_at, action.added_by, changes=changes)
            if action.done_at:
                changes = {"status": [Action.Status.OPEN.value, Action.Status.DONE.value]}
                yield self.entry("action.done", action, action.done_at, action.done_by, changes=changes)

    def words(self) -> Iterator[AuditEntry]:
        for comment in self.written.comments:
            yield self.entry("comment.added", comment, comment.written_at, comment.author)
        for check_in in self.written.check_ins:
            yield self.entry("check_in.sent", check_in, check_in.sent_at, self.young.person)

    def judgements(self) -> Iterator[AuditEntry]:
        for judgement in self.written.judgements:
            outcome = {"outcome": [None, judgement.outcome]}
            yield self.entry("quality.judged", judgement, judgement.at, judgement.by, changes=outcome)

    def contacts(self) -> Iterator[AuditEntry]:
        for attempt in self.written.attempts:
            yield self.entry("attempt.recorded", attempt, attempt.recorded_at, attempt.by)
        for crisis in self.written.crises:
            at = self.book.clock.at(crisis.started_on, 15)
            yield self.entry("crisis.recorded", crisis, at, crisis.recorded_by)


def store_history(book: Book, written: list[Written]) -> None:
    entries = sorted((e for one in written for e in Recorder(book, one).entries()), key=lambda entry: entry.at)
    copy_rows(entries)
