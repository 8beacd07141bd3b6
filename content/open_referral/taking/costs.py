"""What a service costs, in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from leavingwell.content.open_referral.taking.hours import is_over
from leavingwell.content.open_referral.taking.texts import line, plain

Found = Mapping[str, Any]
MOST = 10


def price(amount: Any) -> str:
    if not isinstance(amount, (int, float)) or amount < 0:
        return ""
    if amount == 0:
        return "free"
    return f"£{amount:,.0f}" if amount == int(amount) else f"£{amount:,.2f}"


def option_in_words(option: Found) -> str:
    words = " ".join(part for part in (price(option.get("amount")), line(option.get("amount_description"))) if part)
    who = line(option.get("option"))
    return f"{words} ({who})" if words and who else words or who


def parts(service: Found, today: date) -> Iterator[str]:
    for option in service.get("cost_options", [])[:MOST]:
        if not is_over(option, today) and (words := option_in_words(option)):
            yield words
    for name in ("fees_description", "fees"):
        if words := plain(service.get(name)):
            yield words


def costs_of(service: Found, today: date) -> str:
    found = list(dict.fromkeys(parts(service, today)))
    return f"What it costs: {'; '.join(found)}" if found else ""
