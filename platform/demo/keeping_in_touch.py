"""Check-ins, tries to meet and crises of the crowd."""

from datetime import datetime, timedelta
from random import Random

from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.sitting import LONGEST_ATTEMPTS
from leavingwell.platform.demo.stories import CheckedIn, Reviewed, Tried, WentWrong
from leavingwell.platform.plans.models import Crisis
from leavingwell.questionnaires.kinds import Channel
from leavingwell.questionnaires.models import CheckIn

CHECK_IN_GAPS = ((9, 40), (30, 120))  # days; of those who like it, and of the others
LIKES_CHECK_INS, WITH_NOTE, WITH_AREA, ONLY_ME = 0.35, 0.35, 0.4, 0.12
AREAS = ("HOME", "HEALTH", "MIND", "PEOPLE", "MONEY", "WORK")
TRIES = (LONGEST_ATTEMPTS - 10, 21, 5)  # days before the plan was written
SHARE_IN_CRISIS = 0.09


def check_ins_for(
    joined: datetime | None, trouble: float, language: str, clock: Clock, chance: Random
) -> list[CheckedIn]:
    """From the day they first signed in until now."""
    if joined is None:
        return []
    found, gap = [], CHECK_IN_GAPS[chance.random() > LIKES_CHECK_INS]
    day = joined.date() + timedelta(days=chance.randint(*gap))
    while day <= clock.today:
        found.append(check_in(clock.at(day, chance.randint(7, 23), chance.randrange(60)), trouble, language, chance))
        day += timedelta(days=chance.randint(*gap))
    return found


def check_in(at: datetime, trouble: float, language: str, chance: Random) -> CheckedIn:
    face = min(5, max(1, round(3.6 - 0.6 * trouble + chance.gauss(0, 0.8))))
    notes = read("words", "life").get(f"check_in_notes_{language}") or read("words", "life")["check_in_notes"]
    alone = chance.random() < ONLY_ME
    wants_call = face == 1 or (face == 2 and chance.random() < 0.15)
    return CheckedIn(
        face=face,
        at=at,
        language=language,
        note=chance.choice(notes[str(face)]) if chance.random() < WITH_NOTE else "",
        area=chance.choice(AREAS) if chance.random() < WITH_AREA else "",
        shared_with=(CheckIn.SharedWith.ONLY_ME if alone else CheckIn.SharedWith.WORKER).value,
        call=(CheckIn.Call.THIS_WEEK if wants_call and not alone else CheckIn.Call.NO).value,
    )


def attempts_for(reviews: list[Reviewed], chance: Random) -> list[Tried]:
    """Three dated tries before each plan that was written without the young person."""
    texts = read("words", "life")["attempts"]
    found = []
    for review in reviews:
        if review.channel == Channel.WITHOUT:
            chosen = chance.sample(texts, len(TRIES))
            on = [review.answered.date() - timedelta(days=before) for before in TRIES]
            found += [Tried(day, channel, False, outcome) for day, (channel, outcome) in zip(on, chosen, strict=True)]
    return found


def crises_for(trouble: float, in_crisis: bool, first: datetime, clock: Clock, chance: Random) -> list[WentWrong]:
    texts = read("words", "life")["crises"]
    found = []
    past = (clock.now - first).days - 40
    if trouble > 0 and past > 0 and chance.random() < 2 * SHARE_IN_CRISIS:
        cause, started = chance.choice(list(texts)), clock.day(-30 - chance.randrange(past))
        closed = started + timedelta(days=chance.randint(1, 25))
        worked = chance.choice((Crisis.Worked.YES, Crisis.Worked.YES, Crisis.Worked.PARTLY, Crisis.Worked.NO)).value
        found.append(WentWrong(cause, chance.choice(texts[cause]), started, worked, closed))
    if in_crisis:
        cause, started = chance.choice(("home", "money", "mental_health")), clock.day(-chance.randint(1, 14))
        found.append(WentWrong(cause, chance.choice(texts[cause]), started, Crisis.Worked.TOO_EARLY.value))
    return found


def last_contact(reviews: list[Reviewed], clock: Clock, chance: Random) -> datetime:
    """Most have been in touch within six weeks."""
    drawn = clock.day(-(chance.randint(1, 41) if chance.random() < 0.85 else chance.randint(43, 120)))
    met = [one.answered for one in reviews if one.channel in (Channel.TOGETHER, Channel.PHONE) and one.answers]
    return max([clock.at(drawn), *met])
