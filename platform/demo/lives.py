"""A whole story for each place in the crowd, from its seed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from leavingwell.platform.demo.answering import ADULT, Temper, temper_of
from leavingwell.platform.demo.birthdays import FIFTEEN, born_for, eligible_on
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.crowd import Place, Settings, Standing, places
from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.keeping_in_touch import attempts_for, check_ins_for, crises_for, last_contact
from leavingwell.platform.demo.naming import email_for, name_for
from leavingwell.platform.demo.sheets import Sheets
from leavingwell.platform.demo.sitting import Sitter
from leavingwell.platform.demo.stories import Reviewed, Story
from leavingwell.platform.demo.timeline import Sat, first_review, in_force, is_new, open_review, overdue
from leavingwell.platform.demo.working_on_it import actions_for, comments_for, goals_for
from leavingwell.platform.people.dates import age_on, months_after
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Review
from leavingwell.translations.languages import SOURCE

HARD, HARDEST = 0.35, 1.75  # of a temper: from here on fragile, in crisis
SIGNED_IN, CHANGED_WORKER = 0.72, 0.3


class Life:
    """One young person of the crowd: every part draws from the same seed, in the same order."""

    def __init__(self, place: Place, seed: str, settings: Settings, clock: Clock, sheets: Sheets) -> None:
        self.place, self.settings, self.clock, self.sheets = place, settings, clock, sheets
        self.chance = Random(seed)
        self.every: int = settings["rules"]["review_every_months"]
        self.team: str = next(person["team"] for person in settings["staff"] if person["key"] == place.worker)
        self.language = self.mother_tongue()

    def mother_tongue(self) -> str:
        lot = self.chance.random() * 1000
        for language, share in self.settings["mother_tongues"].items():
            lot -= share
            if lot < 0:
                return str(language)
        return ""

    @property
    def joined_months_ago(self) -> int:
        months: int = next(team["joined_months_ago"] for team in self.settings["teams"] if team["key"] == self.team)
        return months

    @property
    def had_a_plan_elsewhere(self) -> bool:
        """In force still, or run out since the team moved here."""
        moved_lately = self.joined_months_ago < self.every
        return self.place.standing == Standing.BROUGHT_OVER or (moved_lately and self.place.band >= ADULT)

    def brought_over(self, earliest: date) -> tuple[list[Sat], date]:
        """A plan of the former system, in force or run out, with its first review here begun."""
        in_force = self.place.standing == Standing.BROUGHT_OVER
        until = self.clock.day(self.chance.randint(4, 62) if in_force else -self.chance.randint(3, 80))
        begun = open_review(until, earliest, self.clock, self.chance)
        return [replace(begun, state=Review.State.DRAFT.value, submitted=None, returned=None)], until

    def reviews_until(self, born: date) -> tuple[list[Sat], date | None, bool]:
        """The reviews, the day until which the plan is in force, and whether it was brought over."""
        eligible = eligible_on(born)
        earliest = max(months_after(self.clock.today, -self.joined_months_ago), eligible)
        if self.place.standing == Standing.MADE_HERE:
            found = in_force(earliest, self.every, self.clock, self.chance)
        elif self.had_a_plan_elsewhere:
            return *self.brought_over(earliest), True
        elif is_new(self.place.band, earliest, self.clock, self.chance):
            return [first_review(eligible, self.clock, self.chance)], None, False
        else:
            found = overdue(earliest, self.every, self.clock, self.chance)
        last = [sat.authorised for sat in found if sat.authorised][-1]
        return found, months_after(last, self.every), False

    def joined(self, added: datetime) -> datetime | None:
        """When they first signed in, if they did."""
        soon = added + timedelta(days=self.chance.randint(1, 50), hours=self.chance.randint(0, 8))
        return soon if self.chance.random() < SIGNED_IN and soon < self.clock.now else None

    def category(self, age: int) -> YoungPerson.Category:
        usual = self.chance.random() < 0.9
        if age < ADULT:
            return YoungPerson.Category.ELIGIBLE if usual else YoungPerson.Category.RELEVANT
        return YoungPerson.Category.FORMER_RELEVANT if usual else YoungPerson.Category.QUALIFYING

    def former_worker(self, added: date) -> tuple[str, date]:
        """A colleague who was the worker before, and the day on which the present one took over."""
        known = (self.clock.today - added).days
        mates = [p["key"] for p in self.settings["staff"] if p.get("team") == self.team and p.get("caseload")]
        others = [key for key in mates if key != self.place.worker]
        if known < 120 or not others or self.chance.random() > CHANGED_WORKER:
            return "", added
        return self.chance.choice(others), added + timedelta(days=self.chance.randint(40, known - 20))

    def story(self, number: int, *, too_young: bool) -> Story:
        chance, clock = self.chance, self.clock
        name = name_for(self.language, chance)
        born = born_for(self.place, clock, too_young, chance)
        age = age_on(born, clock.today)
        sats, until, brought_over = self.reviews_until(born)
        moved = months_after(clock.today, -self.joined_months_ago) if brought_over else sats[0].started
        added = clock.in_working_hours(moved - timedelta(days=chance.randint(1, 6)), chance)
        former, allocated_on = self.former_worker(added.date())
        temper = temper_of(self.sheets.own, age, chance)
        story = Story(
            key=f"young-person-{number}",
            name=name,
            legal_name=name,
            email=email_for(name, number),
            born=born,
            category=self.category(age).value,
            state=state_of(temper).value,
            home=chance.choice(read("words", "names")["homes"]["adult" if age >= ADULT else "child"]),
            pronouns=chance.choice(read("words", "names")["pronouns"]),
            phone=f"07700 900{number % 1000:03d}" if number % 4 else "",  # a range that nobody has
            language=self.language,
            worker=self.place.worker,
            former_worker=former,
            allocated_on=allocated_on,
            added=added,
            joined=self.joined(added),
            current_until=until,
            brought_over=brought_over,
        )
        self.live(story, temper, sats)
        return story

    def live(self, story: Story, temper: Temper, sats: list[Sat]) -> None:
        """Fills in what was said and done."""
        clock, chance, language = self.clock, self.chance, self.language or SOURCE
        reviews: list[Reviewed] = Sitter(language, temper, story.joined, clock, self.sheets, chance).reviews(sats)
        in_crisis = story.state == YoungPerson.State.IN_CRISIS.value
        story.reviews = reviews
        story.goals = goals_for(reviews, clock, chance)
        story.actions = actions_for(reviews, story.goals, self.sheets, clock, chance)
        story.comments = comments_for(reviews, clock, chance)
        story.check_ins = check_ins_for(story.joined, temper.person, language, clock, chance)
        story.attempts = attempts_for(reviews, chance)
        story.crises = crises_for(temper.person, in_crisis, story.added, clock, chance)
        story.last_contact_on = last_contact(reviews, clock, chance).date()


def state_of(temper: Temper) -> YoungPerson.State:
    if temper.person > HARDEST:
        return YoungPerson.State.IN_CRISIS
    return YoungPerson.State.FRAGILE if temper.person > HARD else YoungPerson.State.STABLE


def crowd_of(
    slug: str, settings: Settings, cast: list[Story], clock: Clock, sheets: Sheets, scale: float
) -> list[Story]:
    """A story for every place that the cast leaves free. The same for the same day and scale.

    The ages of the report that Northmoor follows add up to 615: with two who were let in before fifteen and a half,
    the age at which plans start there, the council knows 617.
    """
    young = settings["people"][str(FIFTEEN)].get("too_young", 0)
    found = []
    for number, place in enumerate(places(settings, cast, clock.today, scale, Random(slug)), start=1):
        too_young = young > 0 and scale == 1 and place.band == FIFTEEN and place.standing == Standing.NOT_IN_FORCE
        young -= too_young
        found.append(Life(place, f"{slug}/{number}", settings, clock, sheets).story(number, too_young=too_young))
    return found
