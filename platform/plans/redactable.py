"""The texts in which words about somebody else can be marked, to be left out of copies. The record keeps them.

Never the young person's own words: they know what they wrote.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import (
    Attempt,
    Comment,
    Contact,
    Crisis,
    Redaction,
    ReturnReason,
    Review,
    StateChange,
    Suitability,
)
from leavingwell.questionnaires.models import Answer

MOST = 100  # of each kind on one page


@dataclass(frozen=True)
class Redactable:
    """A field of a table; `young_person` and `writer` are the paths to whose record it is and who wrote it."""

    model: type[Model]
    field: str
    young_person: str
    writer: str
    day: str

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def name(self) -> str:
        """Of the type in the API."""
        return self.model.__name__

    def rows(self, young_person: YoungPerson) -> QuerySet[Any]:
        """Those with words by somebody else, newest first."""
        own = {f"{self.writer}_id": young_person.person_id}
        found: QuerySet[Any] = self.model._default_manager.filter(**{self.young_person: young_person})
        return found.exclude(**{self.field: ""}).exclude(**own).select_related(self.writer).order_by(f"-{self.day}")


TEXTS = (
    Redactable(Comment, "body", "plan__young_person", "author", "written_at"),
    Redactable(Contact, "summary", "young_person", "by", "on"),
    Redactable(Crisis, "response", "young_person", "recorded_by", "started_on"),
    Redactable(Attempt, "outcome", "plan__young_person", "by", "on"),
    Redactable(Answer, "worker_note", "response__young_person", "worker_note_by", "answered_at"),
    Redactable(Suitability, "reasons", "home__young_person", "assessed_by", "assessed_on"),
    Redactable(ReturnReason, "reason", "review__plan__young_person", "by", "at"),
    Redactable(Review, "worker_words", "plan__young_person", "worker_part_by", "started_on"),
    Redactable(StateChange, "reason", "young_person", "by", "at"),
)
BY_NAME = {text.name: text for text in TEXTS}
BY_LABEL = {text.label: text for text in TEXTS}


@dataclass(frozen=True)
class Text:
    """One text, with what is marked in it."""

    kind: Redactable
    row: Any
    redactions: tuple[Redaction, ...]

    @property
    def words(self) -> str:
        return str(getattr(self.row, self.kind.field))


def live_redactions(young_person: YoungPerson) -> dict[tuple[str, UUID], tuple[Redaction, ...]]:
    """By the kind of thing and its id, in the order of the text. One query."""
    found: dict[tuple[str, UUID], tuple[Redaction, ...]] = {}
    rows = Redaction.objects.filter(young_person=young_person, lifted_at=None).order_by("start", "end", "pk")
    for row in rows.select_related("by"):
        key = (row.subject_type, row.subject_id)
        found[key] = (*found.get(key, ()), row)
    return found


def redactable_texts(young_person: YoungPerson, search: str = "") -> Iterable[Text]:
    """The texts by others in a record, kind by kind, newest first; with `search` those that hold these words."""
    marked = live_redactions(young_person)
    for kind in TEXTS:
        rows = kind.rows(young_person)
        if search:
            rows = rows.filter(**{f"{kind.field}__icontains": search})
        for row in rows[:MOST]:
            yield Text(kind, row, marked.get((kind.label, row.pk), ()))
