"""Schedules (RFC 5545 rules and times) in words, such as “Monday to Friday, 9am to 5.30pm”."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from leavingwell.content.open_referral.taking.texts import line

DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
CODES = list(DAYS)
ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}
TIME = re.compile(r"(?:.*T)?([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
DAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
Schedule = Mapping[str, Any]


def clock(value: Any) -> str:
    """`10:00:00`, with or without a day and a zone, as `10:00`; nothing for what is no time of day."""
    found = TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    return f"{found[1]}:{found[2]}" if found else ""


def spoken(time: str) -> str:
    hour, minute = int(time[:2]), time[3:]
    half = "am" if hour < 12 else "pm"
    rest = f".{minute}" if minute != "00" else ""
    return f"{hour % 12 or 12}{rest}{half}"


def days_of(schedule: Schedule) -> list[tuple[str, str]]:
    """Each day with its place in the month, such as `("1", "MO")`; at most as many as make sense."""
    given = str(schedule.get("byday", ""))[:200].upper().replace(" ", "")
    found = [DAY.fullmatch(part) for part in given.split(",")]
    return [((one[1] or "").lstrip("+"), one[2]) for one in found if one]


def weekdays(codes: Iterable[str]) -> str:
    """Three or more that follow on each other as a span."""
    given = sorted({CODES.index(code) for code in codes})
    spans: list[list[int]] = []
    for number in given:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    names = [DAYS[code] for code in CODES]
    parts: list[str] = []
    for span in spans:
        if len(span) > 2:
            parts.append(f"{names[span[0]]} to {names[span[-1]]}")
        else:
            parts += [names[number] for number in span]
    return listed(parts)


def listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def when(schedule: Schedule) -> str:
    days = days_of(schedule)
    placed = [f"{ORDINALS[place]} {DAYS[code]}" for place, code in days if place in ORDINALS]
    if placed:
        return f"{listed(placed)} of the month"
    if days:
        return weekdays(code for _place, code in days)
    numbers = re.findall(r"\d{1,2}", str(schedule.get("bymonthday", ""))[:100])
    if numbers and schedule.get("freq") == "MONTHLY":
        return f"day {listed(numbers[:5])} of the month"
    return {"DAILY": "Every day"}.get(schedule.get("freq", ""), "")


def is_over(schedule: Schedule, today: date) -> bool:
    end = str(schedule.get("valid_to", ""))[:10]
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", end)) and end < today.isoformat()


def in_words(schedule: Schedule) -> str:
    days, opens, closes = when(schedule), clock(schedule.get("opens_at")), clock(schedule.get("closes_at"))
    interval = schedule.get("interval", 1)
    if days and isinstance(interval, int) and 1 < interval < 53 and schedule.get("freq") == "WEEKLY":
        days = f"{days} every {interval} weeks"
    times = f"{spoken(opens)} to {spoken(closes)}" if opens and closes else f"from {spoken(opens)}" if opens else ""
    text = ", ".join(part for part in (days, times) if part)
    return text[:1].upper() + text[1:] if text else line(schedule.get("description"))


def hours_in_words(schedules: Iterable[Schedule], today: date) -> str:
    """Those that are over are left out; those that say the same are said once."""
    said = dict.fromkeys(in_words(one) for one in schedules if not is_over(one, today))
    return "; ".join(text for text in said if text)
