"""Ages and birthdays."""

from calendar import monthrange
from datetime import date


def age_on(born: date, day: date) -> int:
    """Whole years; somebody born on 29 February has the birthday on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def years_before(day: date, years: int) -> date:
    """The latest birth date of somebody who is `years` old on `day`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the last one where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def birthday(born: date, years: int) -> date:
    """The day from which somebody is `years` old: the day on which `age_on` first says so."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:  # 29 February
        return date(born.year + years, 3, 1)
