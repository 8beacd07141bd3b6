"""The ten matters of Schedule 1 in the plans of the stories: as they stand, and as they stood when one was agreed."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.stories import Reviewed, Story
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.plans.models import Plan, PlanMatter, Review
from leavingwell.platform.plans.snapshots import matter_part
from leavingwell.translations.languages import SOURCE

HANDED_IN = {Review.State.CURRENT.value, Review.State.SUBMITTED.value, Review.State.QUALITY_CHECK.value}
FEWEST_THEN, MORE_EACH_TIME = 5, 2


class Matters:
    """Of one story. Everything draws from the story's own seed."""

    def __init__(self, book: Book, story: Story, plan: Plan, chance: Random) -> None:
        self.book, self.story, self.plan, self.chance = book, story, plan, chance
        self.words, self.worker = read("words", "matters"), book.people[story.worker]
        self.rows = list(self.made())

    @property
    def changed_on(self) -> date:
        return max(self.story.allocated_on, self.story.reviews[-1].started.date())

    def made(self) -> Iterator[PlanMatter]:
        """All ten where the plan was handed in; some of them while it is worked on."""
        whole = any(review.state in HANDED_IN for review in self.story.reviews)
        covered = set(PlanMatter.Matter) if whole else set(self.chance.sample(list(PlanMatter.Matter), k=5))
        for matter in sorted(covered):
            yield self.matter(matter)

    def matter(self, matter: PlanMatter.Matter) -> PlanMatter:
        today = self.book.clock.today
        at = self.book.clock.at(min(self.changed_on, today), 9)
        row = PlanMatter(
            plan=self.plan, matter=matter, language=SOURCE, changed_by=self.worker, changed_at=at, version=1
        )
        not_needed = self.words["not_needed"].get(f"{matter:d}")
        if not_needed and self.chance.random() < 0.15:
            row.not_needed_reason = not_needed
            return row
        how, whom = self.chance.choice(self.words["matters"][f"{matter:d}"])
        row.how, row.by_whom = how.format(worker=self.worker.name), whom.format(worker=self.worker.name)
        row.by_when = today + timedelta(days=self.chance.randint(20, 170))
        return row

    def then(self, told: Reviewed) -> list[dict[str, Any]]:
        """At a review that was agreed: the earlier it was, the fewer were written down."""
        agreed = [review for review in self.story.reviews if review.authorised]
        later = len(agreed) - 1 - agreed.index(told)
        kept = self.rows[: max(FEWEST_THEN, len(self.rows) - later * MORE_EACH_TIME)]
        found = [matter_part(row) for row in kept]
        if told is not self.story.reviews[-1]:
            self.say_otherwise(found[0])
        return found

    def say_otherwise(self, part: dict[str, Any]) -> None:
        """One of them was reworded since, where there are other words for it."""
        for how, _whom in self.words["matters"][f"{part['matter']}"]:
            if part["how"] and how.format(worker=self.worker.name) != part["how"]:
                part["how"] = how.format(worker=self.worker.name)
                return
