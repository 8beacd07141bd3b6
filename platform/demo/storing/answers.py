"""The answers of the stories, and the few that were changed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from uuid_utils.compat import uuid7

from leavingwell.platform.councils.scope import current_council_id
from leavingwell.platform.demo.stories import Reviewed, Said
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.copying import copy_values
from leavingwell.platform.demo.storing.plans import Written
from leavingwell.platform.people.models import Person
from leavingwell.questionnaires.kinds import Channel, Variant
from leavingwell.questionnaires.models import Answer, AnswerRevision, Response
from leavingwell.questionnaires.services.answering import revision_of

COLUMNS = (
    "council_id",
    "id",
    "response_id",
    "question_code",
    "kind",
    "choice",
    "choices",
    "text",
    "comment",
    "worker_note",
    "worker_note_by_id",
    "comment_typed_by_id",
    "wants_help",
    "tells_a_person",
    "answered_by_id",
    "typed_by_id",
    "channel",
    "language",
    "variant",
    "with_interpreter",
    "shown_text",
    "answered_at",
    "saved_in_version",
)


def sitters(book: Book, written: Written, review: Reviewed) -> tuple[Person, Person]:
    """Who answers and who types."""
    worker = book.worker_on(written.story, review.answered.date())
    owner = book.young[written.story.key].person
    answers = worker if review.channel == Channel.WITHOUT else owner
    return answers, owner if review.channel == Channel.ALONE else worker


def rows_of(book: Book, written: Written, review: Reviewed, response: Response) -> Iterator[tuple[Any, ...]]:
    """In the order of `COLUMNS`."""
    council_id = current_council_id()
    answered_by, typed_by = (person.pk for person in sitters(book, written, review))
    sheet = book.sheets.on(review.started.date())
    for said in review.answers:
        yield (
            council_id,
            uuid7(),
            response.pk,
            said.question,
            said.kind,
            said.choice,
            [],
            "",
            said.comment,
            said.worker_note,
            typed_by if said.worker_note else None,
            typed_by if said.comment else None,
            said.wants_help,
            said.tells_a_person,
            answered_by,
            typed_by,
            review.channel,
            review.language,
            Variant.STANDARD.value,
            review.with_interpreter,
            sheet.words(said.question, review.language),
            review.answered,
            1,
        )


def sittings(written: list[Written]) -> Iterator[tuple[Written, Reviewed, Response]]:
    for one in written:
        for review, response in zip(one.story.reviews, one.responses, strict=True):
            yield one, review, response


def earlier(answer: Answer, before: Said) -> AnswerRevision:
    """What stood there, a day before it was changed."""
    revision = revision_of(answer)
    revision.kind, revision.choice, revision.comment = before.kind, before.choice, before.comment
    revision.wants_help, revision.worker_note = before.wants_help, before.worker_note
    revision.answered_at, revision.replaced_at = answer.answered_at - timedelta(days=1), answer.answered_at
    return revision


def store_answers(book: Book, written: list[Written]) -> None:
    rows = (row for sitting in sittings(written) for row in rows_of(book, *sitting))
    copy_values(Answer, COLUMNS, rows)
    for _one, review, response in sittings(written):
        for said in review.answers:
            if said.before:
                earlier(Answer.objects.get(response=response, question_code=said.question), said.before).save()
