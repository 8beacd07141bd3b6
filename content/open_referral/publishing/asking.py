"""What somebody asks of the feed: a page, and the filters that the standard names."""

import json
import math
import re
from typing import Any

from django.db.models import BooleanField, F, Func, Q, QuerySet, Value
from django.http import QueryDict
from django.utils.translation import gettext as _

from leavingwell.content.offers import Wanted, find_offers
from leavingwell.content.offers import live_offers as shown_offers
from leavingwell.content.open_referral.publishing.terms import under_taxonomy, under_term
from leavingwell.content.open_referral.taking.hours import DAYS

MOST_PER_PAGE, PER_PAGE, MOST_PAGES = 100, 50, 100_000
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
HOURS = "$[*].value.hours[*].value ? ({})"
CONDITIONS = {
    "day": "@.days[*] == $day",
    "start_time": "@.opens_at >= $start_time",
    "end_time": "@.closes_at <= $end_time",
}
NOT_HERE = ("postcode", "proximity")


class BadAsking(Exception):
    """Something asked for makes no sense: its only argument says what."""


def number(query: QueryDict, name: str, default: int, most: int) -> int:
    given = query.get(name, "")
    if not given:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", given) or not int(given) >= 1:
        raise BadAsking(_("“%(name)s” is a whole number from 1.") % {"name": name})
    return min(int(given), most)


def age(query: QueryDict, name: str) -> float | None:
    given = query.get(name, "")
    try:
        value = float(given) if given else None
    except ValueError:
        value = math.nan
    if value is not None and not 0 <= value <= 200:  # which no NaN is
        raise BadAsking(_("“%(name)s” is an age in years.") % {"name": name})
    return value


def clock(query: QueryDict, name: str) -> str | None:
    given = query.get(name, "")
    if given and not CLOCK.fullmatch(given):
        raise BadAsking(_("“%(name)s” is a time of day, such as 09:00.") % {"name": name})
    return f"{given}:00"[:8] if given else None


def day(query: QueryDict) -> str | None:
    given = query.get("day", "").strip()
    if not given:
        return None
    codes = {name.lower(): code for code, name in DAYS.items()} | {code.lower(): code for code in DAYS}
    if given.lower() not in codes:
        raise BadAsking(_("“day” is a day of the week, such as MO or Monday."))
    return codes[given.lower()]


def open_then(query: QueryDict) -> Q | None:
    """Somebody can be reached at such an hour: one entry fits all that is asked."""
    asked = {"day": day(query), "start_time": clock(query, "start_time"), "end_time": clock(query, "end_time")}
    given = {name: value for name, value in asked.items() if value}
    if not given:
        return None
    path = HOURS.format(" && ".join(CONDITIONS[name] for name in given))
    variables = Value(json.dumps(given))
    exists = Func(
        F("contacts"),
        Value(path),
        variables,
        template="jsonb_path_exists(%(expressions)s)",
        output_field=BooleanField(),
    )
    return Q(exists)


def ages(query: QueryDict) -> Q:
    youngest, oldest = age(query, "minimum_age"), age(query, "maximum_age")
    found = Q() if youngest is None else Q(youngest__gte=math.ceil(youngest))
    return found if oldest is None else found & Q(oldest__lte=math.floor(oldest))


def terms(query: QueryDict) -> Q | None:
    """None: there is no such term."""
    found = Q()
    for name, under in (("taxonomy_term_id", under_term), ("taxonomy_id", under_taxonomy)):
        if given := query.get(name, ""):
            asked = under(given.lower())
            if asked is None:
                return None
            found &= asked
    return found


def live_offers() -> QuerySet[Any]:
    """Those that the council's portal shows, in an order that stays."""
    offers: QuerySet[Any] = shown_offers().select_related("topic").order_by("pk")
    return offers


def offers_asked_for(query: QueryDict) -> QuerySet[Any]:
    """Raises `BadAsking`."""
    if any(query.get(name) for name in NOT_HERE):
        raise BadAsking(_("We keep no map, so we cannot search by distance. Leave out postcode and proximity."))
    if any("\0" in value for value in query.values()):
        raise BadAsking(_("There is a character in it that no text has."))
    offers, under, hours = live_offers().filter(ages(query)), terms(query), open_then(query)
    offers = offers.none() if under is None else offers.filter(under)
    if hours is not None:
        offers = offers.filter(hours)
    if words := query.get("search", "").strip():
        offers = offers.filter(pk__in=find_offers(Wanted(search=words)).order_by().values("pk"))
    return offers
