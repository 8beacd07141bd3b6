"""The plans of the stories: goals, actions, comments, supporters, attempts, reviews with their checklists."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db.models import OuterRef, Subquery

from leavingwell.platform.demo.stories import Reviewed, Story
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.copying import copy_rows
from leavingwell.platform.demo.storing.judging import judged, notes_on
from leavingwell.platform.demo.storing.matter_rows import Matters
from leavingwell.platform.demo.storing.reviews import (
    action_then,
    answers_then,
    attempts_then,
    comments_then,
    goal_then,
    review_then,
    say,
    section_of,
)
from leavingwell.platform.people.models import Person, Supporter
from leavingwell.platform.plans.models import (
    Action,
    ActionOwner,
    Attempt,
    Comment,
    CommentRead,
    Crisis,
    Goal,
    Plan,
    QualityJudgement,
    QualityNote,
    ReturnReason,
    Review,
)
from leavingwell.questionnaires.models import CheckIn, Response

READ_AFTER = timedelta(minutes=20)
ROWS = (
    "goals",
    "actions",
    "owners",
    "comments",
    "reads",
    "attempts",
    "crises",
    "check_ins",
    "supporters",
    "responses",
    "reviews",
    "return_reasons",
    "judgements",
    "quality_notes",
)


@dataclass
class Written:
    """One story's rows. The lists are in the order of the story's."""

    story: Story
    plan: Plan
    matters: Matters
    goals: list[Goal] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    owners: list[ActionOwner] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    reads: list[CommentRead] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    crises: list[Crisis] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    supporters: list[Supporter] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    return_reasons: list[ReturnReason] = field(default_factory=list)
    judgements: list[QualityJudgement] = field(default_factory=list)
    quality_notes: list[QualityNote] = field(default_factory=list)


class Writer:
    """Makes the rows of one story; stores nothing."""

    def __init__(self, book: Book, story: Story) -> None:
        self.book, self.story = book, story
        self.young = book.young[story.key]
        plan = Plan(young_person=self.young, current_until=story.current_until, brought_over=story.brought_over)
        matters = Matters(book, story, plan, Random(f"matters/{story.key}"))
        self.done = Written(story, plan, matters)

    def write(self) -> Written:
        self.goals()
        self.actions()
        self.words()
        self.supporters()
        self.contacts()
        for number, review in enumerate(self.story.reviews, start=1):
            self.review(number, review)
        return self.done

    def goals(self) -> None:
        self.done.goals = [
            Goal(
                plan=self.done.plan,
                domain=self.book.domains[goal.domain],
                words=goal.words,
                contingency=goal.contingency,
                wanted_by=goal.wanted_by,
                state=goal.state,
                term=goal.term,
                finished_at=goal.finished,
                finished_because=goal.because,
                language=goal.language,
                added_by=self.book.person(self.story, goal.added_by, goal.added),
                added_at=goal.added,
            )
            for goal in self.story.goals
        ]

    def actions(self) -> None:
        for told in self.story.actions:
            action = Action(
                plan=self.done.plan,
                goal=None if told.goal is None else self.done.goals[told.goal],
                domain=self.book.domains[told.domain],
                question_code=told.question,
                title=told.title,
                language=told.language,
                due_on=told.due_on,
                status=told.status,
                measure=told.measure,
                reason=told.reason,
                went_well=told.went_well,
                added_by=self.book.person(self.story, told.added_by, told.added),
                added_at=told.added,
                done_at=told.done,
                done_by=self.book.person(self.story, told.done_by, told.done) if told.done else None,
                version=int(told.status != Action.Status.OPEN and told.status != Action.Status.DRAFT),
            )
            self.done.actions.append(action)
            for key in told.owners:  # what is open has gone over to the present worker
                owner = self.book.person(self.story, key, told.done or self.book.clock.now)
                self.done.owners.append(ActionOwner(action=action, person=owner))

    def words(self) -> None:
        for wrote in self.story.comments:  # an answer comes after what it answers
            comment = Comment(
                plan=self.done.plan,
                part=wrote.part,
                audience=wrote.audience,
                kind=wrote.kind,
                answers=None if wrote.answers is None else self.done.comments[wrote.answers],
                goal=None if wrote.goal is None else self.done.goals[wrote.goal],
                body=wrote.body,
                language=wrote.language,
                author=self.book.person(self.story, wrote.author, wrote.at),
                written_at=wrote.at,
            )
            self.done.comments.append(comment)
            for key in wrote.read_by:
                reader = self.book.person(self.story, key, wrote.at)
                self.done.reads.append(CommentRead(comment=comment, person=reader, read_at=wrote.at + READ_AFTER))
        self.done.check_ins = [
            CheckIn(
                young_person=self.young,
                face=one.face,
                area=self.book.domains[one.area] if one.area else None,
                note=one.note,
                shared_with=one.shared_with,
                call=one.call,
                language=one.language,
                sent_at=one.at,
            )
            for one in self.story.check_ins
        ]

    def supporters(self) -> None:
        self.done.supporters = [
            Supporter(
                young_person=self.young,
                person=self.book.people[one.person],
                relationship=one.relationship,
                kind=one.kind,
                added_by=self.young.person,
                parts=one.parts,
                domain_codes=one.domains,
                starts_at=one.since,
            )
            for one in self.story.supporters
        ]

    def contacts(self) -> None:
        self.done.attempts = [
            Attempt(
                plan=self.done.plan,
                on=tried.on,
                channel=tried.channel,
                reached=tried.reached,
                outcome=tried.outcome,
                by=self.book.worker_on(self.story, tried.on),
                recorded_at=self.book.clock.at(tried.on, 16),
            )
            for tried in self.story.attempts
        ]
        self.done.crises = [
            Crisis(
                young_person=self.young,
                cause=crisis.cause,
                response=crisis.response,
                started_on=crisis.started_on,
                closed_on=crisis.closed_on,
                worked=crisis.worked,
                recorded_by=self.book.worker_on(self.story, crisis.started_on),
            )
            for crisis in self.story.crises
        ]

    def review(self, number: int, told: Reviewed) -> None:
        response = Response(
            young_person=self.young,
            questionnaire_version=self.book.sheets.on(told.started.date()).version,
            started_at=told.started,
            submitted_at=told.finished,
            version=1 if told.answers else 0,
            is_latest=told is self.story.reviews[-1],
        )
        worker, manager = self.book.worker_on(self.story, told.answered.date()), self.book.manager_of(self.story)
        review = Review(
            plan=self.done.plan,
            number=number,
            state=told.state,
            response=response,
            started_on=told.started.date(),
            due_on=told.due_on,
            submitted_at=told.submitted,
            submitted_by=worker if told.submitted else None,
            returned_at=told.returned,
            return_reason=told.return_reason,
            authorised_at=told.authorised,
            authorised_by=manager if told.authorised else None,
        )
        place = len(self.story.name) + number
        say(review, told, worker, place)
        if told.returned:
            reason = ReturnReason(review=review, section=section_of(place), reason=told.return_reason, by=manager)
            reason.at = told.returned
            self.done.return_reasons.append(reason)
        if told.authorised:
            review.snapshot = self.snapshot(told, review, told.authorised)
        self.done.responses.append(response)
        self.done.reviews.append(review)
        for judgement in judged(review, manager, place, self.book.clock.now):
            self.done.judgements.append(judgement)
            self.done.quality_notes += notes_on(judgement, place)

    def snapshot(self, told: Reviewed, review: Review, at: datetime) -> dict[str, Any]:
        """As `snapshot_of` makes it, from what was there at that time."""
        return {
            "goals": [goal_then(goal, at) for goal in self.done.goals if goal.added_at <= at],
            "actions": [
                action_then(action, self.owners_of(action), at) for action in self.done.actions if action.added_at <= at
            ],
            "comments": comments_then(self.done.comments, at),
            "answers": answers_then(told),
            "matters": self.done.matters.then(told),
            "attempts": attempts_then(self.done.attempts, review, at),
            **review_then(review),
        }

    def owners_of(self, action: Action) -> list[Person]:
        return [owner.person for owner in self.done.owners if owner.action is action]


def store_plans(book: Book, stories: list[Story]) -> list[Written]:
    """In the order in which the rows point at each other; a plan and its latest review do so both ways."""
    written = [Writer(book, story).write() for story in stories]
    copy_rows([one.plan for one in written])
    for name in ROWS:
        copy_rows([row for one in written for row in getattr(one, name)])
    latest = Review.objects.filter(plan=OuterRef("pk")).order_by("-number")
    Plan.objects.update(review=Subquery(latest.values("pk")[:1]))
    return written
