"""The ten matters, homes with the looks at them, and copies given, as the stories would have left them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.copying import copy_rows
from leavingwell.platform.demo.storing.plans import Written
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import (
    CopyGiven,
    Home,
    HomeViews,
    PlanMatter,
    Suitability,
    SuitabilityFactor,
)
from leavingwell.translations.languages import SOURCE

Data = dict[str, Any]
Kind, Factor, Verdict, Form = Home.Kind, SuitabilityFactor.Factor, SuitabilityFactor.Verdict, CopyGiven.Form
KINDS = {  # the homes of `names.json` and of the casts
    "own flat": Kind.INDEPENDENT,
    "shared house": Kind.INDEPENDENT,
    "university room": Kind.INDEPENDENT,
    "supported lodgings": Kind.SUPPORTED_LODGINGS,
    "in supported lodgings": Kind.SUPPORTED_LODGINGS,
    "at a children's home": Kind.COMMUNITY,
    "at a foyer": Kind.FOYER,
    "with family": Kind.PARENTS,
    "with an aunt": Kind.PARENTS,
    "with a foster family": Kind.FOSTER_CARE,
    "staying put with a foster family": Kind.FOSTER,
}
REGULATED = (Kind.COMMUNITY, Kind.SUPPORTED_LODGINGS, Kind.FOSTER_CARE)
FROM_18 = (Kind.FOYER, Kind.FOSTER)
UNSURE = "staying with a friend"


class Settler:
    """Makes the rows of one story; stores nothing. Everything draws from the story's own seed."""

    def __init__(self, book: Book, written: Written, words: Data) -> None:
        self.book, self.written, self.words, self.story = book, written, words, written.story
        self.chance = written.matters.chance
        self.young = book.young[written.story.key]
        self.worker = book.people[written.story.worker]
        self.today = book.clock.today

    def rows(self) -> Iterator[Model]:
        yield from self.written.matters.rows
        if self.story.home:
            yield from self.home()
        yield from self.copies()

    def moved_in(self) -> date:
        known = (self.today - self.story.added.date()).days
        return self.today - timedelta(days=self.chance.randint(0, max(0, min(known, 500))))

    def kind(self, day: date) -> Home.Kind:
        kind = KINDS.get(self.story.home, Kind.OTHER)
        too_young = kind in FROM_18 and self.young.age_on(day) < 18
        left_care = kind == Kind.FOSTER_CARE and self.young.category != YoungPerson.Category.ELIGIBLE
        return Kind.OTHER if too_young or left_care else kind

    def home(self) -> Iterator[Model]:
        day = self.moved_in()
        kind = self.kind(day)
        home = Home(
            young_person=self.young,
            kind=kind,
            description=self.story.home,
            regulated=kind in REGULATED,
            moved_in_on=day,
            recorded_by=self.worker,
        )
        yield home
        if day <= self.today - timedelta(days=10) and self.chance.random() < 0.85:
            yield from self.look(home, day + timedelta(days=self.chance.randint(3, 10)))
        if self.story.joined and self.chance.random() < 0.4:
            yield from self.views(home, day)

    def look(self, home: Home, day: date) -> Iterator[Model]:
        suitable = self.story.home != UNSURE and self.chance.random() > 0.05
        seen = Suitability(
            home=home,
            suitable=suitable,
            reasons=self.chance.choice(self.words["fine" if suitable else "not_fine"]),
            language=SOURCE,
            knows_rights=self.chance.random() < 0.8,
            knows_funding=self.chance.random() < 0.8,
            provider_checked=self.chance.random() < 0.7,
            assessed_on=day,
            assessed_by=self.worker,
            recorded_at=self.book.clock.at(day, 15),
        )
        yield seen
        worst = self.chance.choice(list(Factor)) if not suitable or self.chance.random() < 0.3 else None
        for factor in Factor:
            verdict = Verdict.CONCERN if factor == worst else Verdict.FINE
            note = self.chance.choice(self.words["concern"]) if factor == worst else ""
            yield SuitabilityFactor(suitability=seen, factor=factor, verdict=verdict, note=note)

    def views(self, home: Home, day: date) -> Iterator[Model]:
        language = self.story.language or SOURCE
        if words := self.words["views"].get(language):
            at = self.book.clock.at(day, 18)
            yield HomeViews(
                home=home,
                words=self.chance.choice(words),
                language=language,
                written_by=self.young.person,
                written_at=at,
            )

    def copies(self) -> Iterator[CopyGiven]:
        language = self.story.language or SOURCE
        for review in self.written.reviews:
            if review.authorised_at is None or self.chance.random() < 0.25:
                continue
            day = min(self.today, review.authorised_at.date() + timedelta(days=self.chance.randint(0, 6)))
            reads = self.story.joined is not None and self.story.joined.date() <= day and self.chance.random() < 0.5
            by = self.young.person if reads else self.book.worker_on(self.story, day)
            yield CopyGiven(
                review=review,
                on=day,
                form=Form.PORTAL if reads else self.chance.choice([Form.PRINTED, Form.EMAILED, Form.EASY_READ]),
                language=language,
                explained_on=None if reads else day,
                interpreter=not reads and language != SOURCE,
                by=by,
                recorded_at=self.book.clock.at(day, 17),
            )


def store_matters(book: Book, written: list[Written]) -> None:
    words = read("words", "matters")
    kept: dict[type[Model], list[Any]] = {
        model: [] for model in (PlanMatter, Home, Suitability, SuitabilityFactor, HomeViews, CopyGiven)
    }
    for one in written:
        for row in Settler(book, one, words).rows():
            kept[type(row)].append(row)
    for rows in kept.values():
        copy_rows(rows)
