"""What happened to one young person, as plain data: made from a seed or a file, then stored in bulk (`storing`).

People are named by keys: `self`, `worker` (the present personal adviser), or a key of the council's file.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

SELF, WORKER = "self", "worker"


@dataclass(slots=True)
class Said:
    """The answer to one question. `before` is what stood there until it was changed."""

    question: str
    kind: str
    choice: str = ""
    comment: str = ""
    worker_note: str = ""
    wants_help: bool = False
    tells_a_person: bool = False
    at: datetime | None = None
    before: "Said | None" = None


@dataclass(slots=True)
class Reviewed:
    """One review and its sitting. `answered` is when the answers were given, `channel` how."""

    started: datetime
    due_on: date
    answered: datetime
    channel: str
    language: str
    state: str
    answers: list[Said] = field(default_factory=list)
    with_interpreter: bool = False
    finished: datetime | None = None
    submitted: datetime | None = None
    returned: datetime | None = None
    return_reason: str = ""
    authorised: datetime | None = None


@dataclass(slots=True)
class Wanted:
    """A goal."""

    words: str
    domain: str
    contingency: str
    wanted_by: date | None
    language: str
    added: datetime
    added_by: str = SELF
    state: str = "open"
    term: str = "short"
    finished: datetime | None = None
    because: str = ""


@dataclass(slots=True)
class ToDo:
    """An action; `goal` is the place of its goal in the story."""

    title: str
    domain: str
    owners: tuple[str, ...]
    added: datetime
    language: str
    status: str = "open"
    added_by: str = WORKER
    due_on: date | None = None
    goal: int | None = None
    question: str = ""
    done: datetime | None = None
    done_by: str = ""
    measure: str = ""
    reason: str = ""
    went_well: str = ""


@dataclass(slots=True)
class Wrote:
    """A comment on the plan. `answers` and `goal` are the places of a comment and a goal in the story."""

    body: str
    language: str
    at: datetime
    author: str = SELF
    part: str = ""
    audience: str = "supporters"
    kind: str = "comment"
    answers: int | None = None
    goal: int | None = None
    read_by: tuple[str, ...] = ()


@dataclass(slots=True)
class CheckedIn:
    face: int
    at: datetime
    language: str
    note: str = ""
    area: str = ""
    shared_with: str = "worker"
    call: str = "no"


@dataclass(slots=True)
class Tried:
    """An attempt to do the plan together."""

    on: date
    channel: str
    reached: bool
    outcome: str


@dataclass(slots=True)
class WentWrong:
    """A crisis."""

    cause: str
    response: str
    started_on: date
    worked: str
    closed_on: date | None = None


@dataclass(slots=True)
class LetIn:
    """A supporter and what they may see."""

    person: str
    relationship: str
    parts: list[str]
    domains: list[str]
    since: datetime
    kind: str = "other"


@dataclass(slots=True)
class Story:
    key: str
    name: str
    email: str
    born: date
    category: str
    state: str
    home: str
    worker: str
    allocated_on: date
    added: datetime
    language: str = ""
    legal_name: str = ""
    pronouns: str = ""
    phone: str = ""
    reading: str = ""
    needs: str = ""
    former_worker: str = ""
    joined: datetime | None = None
    last_contact_on: date | None = None
    current_until: date | None = None
    brought_over: bool = False
    celebrates: bool = False
    reviews: list[Reviewed] = field(default_factory=list)
    goals: list[Wanted] = field(default_factory=list)
    actions: list[ToDo] = field(default_factory=list)
    comments: list[Wrote] = field(default_factory=list)
    check_ins: list[CheckedIn] = field(default_factory=list)
    attempts: list[Tried] = field(default_factory=list)
    crises: list[WentWrong] = field(default_factory=list)
    supporters: list[LetIn] = field(default_factory=list)
