"""Goals, actions and comments of the crowd."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.sheets import Sheet, Sheets
from leavingwell.platform.demo.stories import SELF, WORKER, Reviewed, Said, ToDo, Wanted, Wrote
from leavingwell.platform.plans.models import Action, Goal, Review
from leavingwell.platform.plans.models.comment import WHAT_MATTERS
from leavingwell.questionnaires.kinds import Channel
from leavingwell.translations.languages import SOURCE

OWNERS = ((SELF,), (WORKER,), (SELF, WORKER))
NEW_GOAL, SAYS_WHAT_MATTERS, STAFF_WRITES = 0.6, 0.4, 0.25
SETTLED = ("done",) * 15 + ("dropped",) * 4 + ("open",)  # what became of an action
LATELY = ("done", "open", "open")
STILL_WAITS = 0.3
FRESH, FEW_MONTHS = timedelta(days=30), timedelta(days=100)
DAY = 24 * 60  # minutes


def words_in(name: str, language: str) -> Any:
    bank = read("words", "life")
    return bank.get(f"{name}_{language}", bank[name])


def goal_at(review: Reviewed, language: str, clock: Clock, chance: Random) -> Wanted:
    bank = words_in("goals", language)
    domain = chance.choice(sorted(bank))
    words, contingency = chance.choice(bank[domain])
    wanted_by = review.answered.date() + timedelta(days=chance.randint(60, 400))
    over = wanted_by < clock.today
    state = chance.choice((Goal.State.REACHED, Goal.State.REACHED, Goal.State.DROPPED)) if over else Goal.State.OPEN
    goal = Wanted(words, domain, contingency, wanted_by, language, review.answered, state=state.value)
    if over:
        goal.finished = clock.at(wanted_by, 12)
    if state == Goal.State.DROPPED:
        goal.because = read("words", "life")["reasons"][0]
    return goal


def goals_for(reviews: list[Reviewed], clock: Clock, chance: Random) -> list[Wanted]:
    found: list[Wanted] = []
    for review in reviews:
        if review.answers and review.channel != Channel.WITHOUT and chance.random() < NEW_GOAL:
            goal = goal_at(review, review.language, clock, chance)
            if goal.words not in {one.words for one in found}:
                found.append(goal)
    return found


class Worklist:
    """The to-do list of one plan; nothing on it is done before it was added or later than now."""

    def __init__(self, clock: Clock, chance: Random) -> None:
        self.clock, self.chance = clock, chance
        self.actions: list[ToDo] = []

    def title(self, domain: str) -> str:
        """One that is not on the list yet, as long as there are any."""
        titles = read("words", "life")["actions"][domain]
        used = {action.title for action in self.actions}
        return str(self.chance.choice([title for title in titles if title not in used] or titles))

    def became(self, added: datetime) -> str:
        """What is a few months old is done, or was dropped."""
        return self.chance.choice(LATELY if self.clock.now - added < FEW_MONTHS else SETTLED)

    def add(self, domain: str, added: datetime, added_by: str, **more: Any) -> None:
        chance, status = self.chance, self.became(added)
        owners = chance.choice(OWNERS)
        due_on = added.date() + timedelta(days=chance.randint(7, 90))
        action = ToDo(self.title(domain), domain, owners, added, SOURCE, status, added_by, due_on, **more)
        if status == Action.Status.DROPPED.value:
            reasons = read("words", "life")["reasons"]
            action.reason = reasons[len(self.actions) % len(reasons)]
        if status == Action.Status.DONE.value:
            action.done = self.clock.after(added, DAY * chance.randint(1, 70) + chance.randrange(300))
            action.done_by = owners[0]
        self.actions.append(action)

    def draft(self, one: Said, review: Reviewed, sheet: Sheet) -> None:
        """Wished help that waits for the worker, with the question's words."""
        words, domain = sheet.words(one.question, review.language), sheet.domain_of(one.question)
        status, added = Action.Status.DRAFT.value, review.answered
        self.actions.append(ToDo(words, domain, (WORKER,), added, review.language, status, SELF, question=one.question))


def waits(review: Reviewed, is_latest: bool, clock: Clock, chance: Random) -> bool:
    """Workers turn a wish into an action within weeks, and while a review is open at its end."""
    is_open = review.state in (Review.State.DRAFT.value, Review.State.RETURNED.value)
    return is_open or (is_latest and clock.now - review.answered < FRESH and chance.random() < STILL_WAITS)


def actions_for(
    reviews: list[Reviewed], goals: list[Wanted], sheets: Sheets, clock: Clock, chance: Random
) -> list[ToDo]:
    """What was asked for at each review, and two steps for each goal."""
    listed = Worklist(clock, chance)
    for review in reviews:
        sheet = sheets.on(review.started.date())
        for one in review.answers:
            if one.wants_help and waits(review, review is reviews[-1], clock, chance):
                listed.draft(one, review, sheet)
            elif one.wants_help:
                listed.add(sheet.domain_of(one.question), review.answered, SELF, question=one.question)
    for place, goal in enumerate(goals):
        for added_by in (SELF, WORKER):
            listed.add(goal.domain, goal.added, added_by, goal=place)
    return sorted(listed.actions, key=lambda action: action.added)


def comments_for(reviews: list[Reviewed], clock: Clock, chance: Random) -> list[Wrote]:
    """What matters to them, in their words, and now and then a line by the worker."""
    found: list[Wrote] = []
    said: set[str] = set()
    for review in reviews:
        if not review.answers or review.channel == Channel.WITHOUT:
            continue
        words = chance.choice(words_in("what_matters", review.language))
        if words not in said and chance.random() < SAYS_WHAT_MATTERS:
            said.add(words)
            found.append(Wrote(words, review.language, review.answered, SELF, WHAT_MATTERS))
        if chance.random() < STAFF_WRITES:
            at = clock.after(review.answered, DAY)
            found.append(Wrote(chance.choice(words_in("staff_comments", SOURCE)), SOURCE, at, WORKER))
    return found
