"""Whom to ask, and when."""

from collections.abc import Iterable, Mapping
from datetime import time
from enum import Enum
from typing import Any

import strawberry


@strawberry.enum(description="A day of the week.")
class Weekday(Enum):
    MONDAY = "MO"
    TUESDAY = "TU"
    WEDNESDAY = "WE"
    THURSDAY = "TH"
    FRIDAY = "FR"
    SATURDAY = "SA"
    SUNDAY = "SU"


@strawberry.type(description="On these days, from then to then, by the clock in England.")
class OpeningHours:
    days: list[Weekday] = strawberry.field(description="From Monday on.")
    opens_at: time
    closes_at: time = strawberry.field(description="Earlier than `opensAt`: on the next morning.")


@strawberry.type(description="Somebody to ask: a person or a desk.")
class OfferContact:
    name: str
    role: str = strawberry.field(description="What they do; may be empty.")
    phone: str
    text_number: str = strawberry.field(description="For text messages.")
    email: str
    hours: list[OpeningHours]
    out_of_hours: bool = strawberry.field(description="For evenings, nights and weekends.")


def time_in(text: Any) -> time | None:
    try:
        return text if isinstance(text, time) else time.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def hours_in(values: Iterable[Mapping[str, Any]]) -> list[OpeningHours]:
    """Raw values of an `HoursBlock`; those that a draft left open are passed over."""
    found = []
    for value in values:
        days = [day for day in Weekday if day.value in (value.get("days") or ())]
        opens, closes = time_in(value.get("opens_at")), time_in(value.get("closes_at"))
        if days and opens and closes:
            found.append(OpeningHours(days=days, opens_at=opens, closes_at=closes))
    return found


def contact_in(value: Mapping[str, Any]) -> OfferContact:
    """A raw value of a `ContactBlock`."""
    hours = (one.get("value", one) for one in value.get("hours") or ())
    names = ("name", "role", "phone", "text_number", "email")
    return OfferContact(
        **{name: value.get(name) or "" for name in names},
        hours=hours_in(hours),
        out_of_hours=bool(value.get("out_of_hours")),
    )


def contacts_in(stream: Any) -> list[OfferContact]:
    return [contact_in(block["value"]) for block in stream.raw_data] if stream else []


def opening_in(stream: Any) -> list[OpeningHours]:
    return hours_in(block["value"] for block in stream.raw_data) if stream else []
