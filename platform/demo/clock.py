"""Days and times of the demonstration, counted from the day it is loaded: minus 3 is three days ago."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

DAYS_IN_A_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Clock:
    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    def day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def at(self, day: date, hour: int = 10, minute: int = 0) -> datetime:
        """That time of that day, but never later than now."""
        moment = timezone.make_aware(datetime.combine(day, time(hour, minute)))
        return min(moment, self.now - timedelta(minutes=10))

    def after(self, moment: datetime, minutes: int) -> datetime:
        """So many minutes later, or as many of them as have passed."""
        return max(moment, min(moment + timedelta(minutes=minutes), self.now - timedelta(minutes=1)))

    def in_working_hours(self, day: date, chance: Random) -> datetime:
        return self.at(day, chance.randint(9, 17), chance.randrange(60))

    def months_ago(self, day: date) -> float:
        return (self.today - day).days / DAYS_IN_A_MONTH
