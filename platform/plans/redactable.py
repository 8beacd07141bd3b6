"""The texts in which words about somebody else can be marked, to be left out of copies. The record keeps them.

Never the young person's own words: they know what they wrote. A goal, an action and the details of a young person are
written by more than one person: there the audit says whose words they are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from leavingwell.platform.people.models import EmergencyAccess, Person, Supporter, YoungPerson
from leavingwell.platform.plans.models import (
    Action,
    Attempt,
    Comment,
    Contact,
    CopyGiven,
    Crisis,
    Goal,
    Home,
    PlanMatter,
    QualityNote,
    Redaction,
    ReturnReason,
    Review,
    StateChange,
    Suitability,
    SuitabilityFactor,
    WordsTranslation,
)
from leavingwell.platform.plans.whose_words import Hand, Place, last_hands, last_writer
from leavingwell.questionnaires.models import Answer

Hands = Mapping[Place, Hand]
SHARED = frozenset(model._meta.label_lower for model in (Action, Goal, YoungPerson))  # more than one person writes them
MOST = 100  # of each kind on one page
PLAN, OF = "plan__young_person", "young_person"


@dataclass(frozen=True)
class Redactable:
    """A field of a table; `young_person` and `writer` are the paths to whose record it is and who wrote it.

    An empty path is the row itself, and a writer that nobody noted. `also` marks a further text of the same table. In
    what is shared the writer is who made the row: the words are theirs as long as the audit tells of nobody after them.
    """

    model: type[Model]
    field: str
    young_person: str
    writer: str
    day: str
    also: bool = False

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def name(self) -> str:
        """In the ids of the API."""
        return f"{self.model.__name__}.{self.field}" if self.also else self.model.__name__

    @property
    def key(self) -> tuple[str, str]:
        return self.label, self.field

    @property
    def shared(self) -> bool:
        return self.label in SHARED

    def rows(self, young_person: YoungPerson, hands: Hands) -> QuerySet[Any]:
        """Those with words by somebody else, newest first. `hands` are the `last_hands` of the record."""
        found: QuerySet[Any] = self.model._default_manager.filter(**{self.young_person or "pk": young_person.pk})
        if self.writer:
            found = found.select_related(self.writer)
        return found.exclude(**{self.field: ""}).exclude(self.own(young_person, hands)).order_by(f"-{self.day}")

    def own(self, young_person: YoungPerson, hands: Hands) -> Q:
        """The rows whose words here are the young person's."""
        theirs = Q(**{f"{self.writer}_id": young_person.person_id}) if self.writer else Q(pk__in=[])
        if not self.shared:
            return theirs
        last = {pk: by.person_id for (*key, pk), by in hands.items() if tuple(key) == self.key and by.person_id}
        rewritten = [pk for pk, person_id in last.items() if person_id == young_person.person_id]
        return Q(pk__in=rewritten) | theirs & ~Q(pk__in=list(last))

    def whose(self, row: Any) -> YoungPerson:
        found: YoungPerson = along(row, self.young_person)
        return found

    def writer_of(self, row: Any) -> Person | None:
        found: Person | None = along(row, self.writer) if self.writer else None
        return found

    def name_of_writer(self, row: Any, hands: Hands) -> str:
        """Empty where nobody noted it."""
        hand = hands.get((*self.key, str(row.pk))) if self.shared else None
        writer = self.writer_of(row)
        return hand.name if hand else (writer.name if writer else "")

    def is_own(self, row: Any) -> bool:
        """Whether the words of this row are the young person's. At most one query."""
        writer = self.writer_of(row)
        by = (last_writer(row, self.field) if self.shared else None) or (writer.pk if writer else None)
        return by == self.whose(row).person_id


def along(row: Any, path: str) -> Any:
    return reduce(getattr, path.split("__"), row) if path else row


TEXTS = (
    Redactable(Comment, "body", PLAN, "author", "written_at"),
    Redactable(Contact, "summary", OF, "by", "on"),
    Redactable(Crisis, "response", OF, "recorded_by", "started_on"),
    Redactable(Attempt, "outcome", PLAN, "by", "on"),
    Redactable(Answer, "worker_note", "response__young_person", "worker_note_by", "answered_at"),
    Redactable(Suitability, "reasons", "home__young_person", "assessed_by", "assessed_on"),
    Redactable(SuitabilityFactor, "note", "suitability__home__young_person", "suitability__assessed_by", "pk"),
    Redactable(ReturnReason, "reason", "review__plan__young_person", "by", "at"),
    Redactable(Review, "worker_words", PLAN, "worker_part_by", "started_on"),
    Redactable(Review, "quality_words", PLAN, "quality_checked_by", "started_on", also=True),
    Redactable(QualityNote, "note", "judgement__review__plan__young_person", "judgement__by", "judgement__at"),
    Redactable(Review, "override_reason", PLAN, "submitted_by", "started_on", also=True),
    Redactable(Review, "written_without_reason", PLAN, "", "started_on", also=True),
    Redactable(StateChange, "reason", OF, "by", "at"),
    Redactable(PlanMatter, "how", PLAN, "changed_by", "changed_at"),
    Redactable(PlanMatter, "by_whom", PLAN, "changed_by", "changed_at", also=True),
    Redactable(PlanMatter, "not_needed_reason", PLAN, "changed_by", "changed_at", also=True),
    Redactable(Goal, "words", PLAN, "added_by", "added_at"),
    Redactable(Goal, "contingency", PLAN, "added_by", "added_at", also=True),
    Redactable(Goal, "finished_because", PLAN, "added_by", "added_at", also=True),
    Redactable(Action, "title", PLAN, "added_by", "added_at"),
    Redactable(Action, "measure", PLAN, "added_by", "added_at", also=True),
    Redactable(Action, "reason", PLAN, "added_by", "added_at", also=True),
    Redactable(Action, "went_well", PLAN, "done_by", "added_at", also=True),
    Redactable(WordsTranslation, "text", OF, "by", "at"),
    Redactable(Home, "description", OF, "recorded_by", "moved_in_on"),
    Redactable(CopyGiven, "note", "review__plan__young_person", "by", "on"),
    Redactable(EmergencyAccess, "reason", OF, "person", "starts_at"),
    Redactable(Supporter, "agreement", OF, "added_by", "starts_at"),
    Redactable(Supporter, "relationship", OF, "added_by", "starts_at", also=True),
    Redactable(YoungPerson, "category_reason", "", "", "pk"),
    Redactable(YoungPerson, "needs", "", "", "pk", also=True),
    Redactable(YoungPerson, "home", "", "", "pk", also=True),
)
BY_NAME = {text.name: text for text in TEXTS}
BY_FIELD = {text.key: text for text in TEXTS}

# Every other text of a record, and why no words of it are marked. A test keeps the two lists whole.
NOT_MARKED = {
    "what the young person wrote or said themselves": frozenset(
        {
            "questionnaires.answer.text",
            "questionnaires.answer.comment",
            "questionnaires.answerrevision.text",
            "questionnaires.answerrevision.comment",
            "questionnaires.checkin.note",
            "questionnaires.checkinrevision.note",
            "questionnaires.remark.suggestion",
            "plans.review.young_person_words",
            "plans.suitability.their_views",
            "plans.homeviews.words",
            "people.youngperson.legal_name",
            "people.youngperson.pronouns",
            "people.youngperson.phone",
        }
    ),
    "for the young person alone: no manager reads it": frozenset(
        {"questionnaires.remark.answer", "questionnaires.remark.hidden_because"}
    ),
    "left out whole where the answer that it was is marked": frozenset({"questionnaires.answerrevision.worker_note"}),
    "the name of what the council offers": frozenset({"plans.savedoffer.title"}),
    "the words of a published question": frozenset(
        {
            "questionnaires.answer.shown_text",
            "questionnaires.answerrevision.shown_text",
            "questionnaires.surveyanswer.shown_text",
        }
    ),
}


@dataclass(frozen=True)
class Text:
    """One text, with what is marked in it."""

    kind: Redactable
    row: Any
    redactions: tuple[Redaction, ...]
    by: str = ""

    @property
    def words(self) -> str:
        return str(getattr(self.row, self.kind.field))


def live_redactions(
    young_person: YoungPerson, hands: Hands | None = None
) -> dict[tuple[str, UUID], tuple[Redaction, ...]]:
    """By the kind of thing and its id, in the order of the text; none in what the young person has rewritten since: it
    is in their own words now. Two queries, one where the `hands` are given.
    """
    hands = last_hands(young_person.pk, SHARED) if hands is None else hands
    found: dict[tuple[str, UUID], tuple[Redaction, ...]] = {}
    rows = Redaction.objects.filter(young_person=young_person, lifted_at=None).order_by("start", "end", "pk")
    for row in rows.select_related("by"):
        key, hand = (row.subject_type, row.subject_id), hands.get((row.subject_type, row.field, str(row.subject_id)))
        if hand is None or hand.person_id != young_person.person_id:
            found[key] = (*found.get(key, ()), row)
    return found


def redactable_texts(young_person: YoungPerson, search: str = "") -> Iterable[Text]:
    """The texts by others in a record, kind by kind, newest first; with `search` those that hold these words."""
    hands = last_hands(young_person.pk, SHARED)
    marked = live_redactions(young_person, hands)
    for kind in TEXTS:
        rows = kind.rows(young_person, hands)
        if search:
            rows = rows.filter(**{f"{kind.field}__icontains": search})
        for row in rows[:MOST]:
            here = marked.get((kind.label, row.pk), ())
            marks = tuple(one for one in here if one.field == kind.field)
            yield Text(kind, row, marks, kind.name_of_writer(row, hands))
