"""What the storing of one council's stories shares: who is who."""

from dataclasses import dataclass, field
from datetime import date, datetime

from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.sheets import Sheets
from leavingwell.platform.demo.stories import SELF, WORKER, Story
from leavingwell.platform.people.models import Person, Team, YoungPerson
from leavingwell.questionnaires.models import Domain, Indicator


@dataclass
class Book:
    """`people` are the staff and supporters, by key; `young` the young people, by the key of their story.

    `own` are the council's own questions, by the key that the data calls them.
    """

    slug: str
    clock: Clock
    sheets: Sheets
    teams: dict[str, Team]
    people: dict[str, Person]
    domains: dict[str, Domain]
    own: dict[str, Indicator]
    young: dict[str, YoungPerson] = field(default_factory=dict)

    def worker_on(self, story: Story, day: date) -> Person:
        """The personal adviser of that day."""
        before = story.former_worker and day < story.allocated_on
        return self.people[story.former_worker if before else story.worker]

    def person(self, story: Story, key: str, at: datetime) -> Person:
        """Whom a key of the story names at that time."""
        if key == SELF:
            return self.young[story.key].person
        return self.worker_on(story, at.date()) if key == WORKER else self.people[key]

    def team_of(self, story: Story) -> Team:
        team = self.people[story.worker].team
        assert team, f"{story.worker} has no team"
        return team

    def manager_of(self, story: Story) -> Person:
        manager = self.team_of(story).manager
        assert manager, f"the team of {story.worker} has no manager"
        return manager
