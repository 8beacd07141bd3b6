"""Birth dates for the ages that are wanted. Nobody's birthday is near today, so that the ages hold for some days."""

from datetime import date
from random import Random

from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.crowd import OLDEST_BAND, Place, Standing
from leavingwell.platform.people.dates import months_after, years_before

FIRST_PLAN_MONTHS = 15 * 12 + 6  # plans start at fifteen and a half
FIFTEEN = 15
WAITING, NEW, SETTLED = (60, 85), (-165, -7), (-165, -60)  # days from today to the half birthday


def eligible_on(born: date) -> date:
    return months_after(born, FIRST_PLAN_MONTHS)


def half_birthday(days: tuple[int, int], clock: Clock, chance: Random) -> date:
    """The birth date of somebody who turns fifteen and a half within those days."""
    return months_after(clock.day(chance.randint(*days)), -FIRST_PLAN_MONTHS)


def born_for(place: Place, clock: Clock, too_young: bool, chance: Random) -> date:
    """`too_young`: let in early, not yet fifteen and a half."""
    if place.band == FIFTEEN:
        in_force = place.standing != Standing.NOT_IN_FORCE
        return half_birthday(WAITING if too_young else SETTLED if in_force else NEW, clock, chance)
    years = place.band if place.band < OLDEST_BAND else chance.choice((21, 21, 22, 22, 23, 24))
    return years_before(clock.day(-chance.randint(7, 357)), years)
