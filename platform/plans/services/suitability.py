"""Looking at whether a home is suitable (Care Leavers (England) Regulations 2010 reg 9 and Schedule 2)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Home, Notice, Suitability, SuitabilityFactor
from leavingwell.platform.plans.services.contacts import checked_day
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.whom_to_tell import manager_of
from leavingwell.platform.problems import Checks, invalid

Factor = SuitabilityFactor.Factor
Verdict = SuitabilityFactor.Verdict
NEVER_SUITABLE = (Home.Kind.HOMELESS, Home.Kind.CUSTODY)  # the SSDA903 return has S2 and X2 only


@dataclass(frozen=True)
class FactorSeen:
    factor: Factor
    verdict: Verdict
    note: str = ""


@dataclass(frozen=True)
class Assessment:
    """What the worker found. `their_views` is what the young person said to the worker about it."""

    suitable: bool
    reasons: str
    factors: Sequence[FactorSeen]
    their_views: str = ""
    knows_rights: bool = False
    knows_funding: bool = False
    provider_checked: bool = False
    assessed_on: date | None = None


def check_suitable(home: Home, seen: Assessment) -> None:
    if seen.suitable and home.kind in NEVER_SUITABLE:
        raise invalid(_("Having no home, or being in custody, is never suitable."), "suitable")


def checked_factors(factors: Sequence[FactorSeen]) -> list[FactorSeen]:
    """All seven, each once, a concern with its note."""
    seen = Counter(one.factor for one in factors)
    if set(seen) != set(Factor) or any(number > 1 for number in seen.values()):
        raise invalid(_("Say for each of the seven things how it is."), "factors")
    with Checks() as made:
        return [made(checked_factor, place, one) for place, one in enumerate(factors)]


def checked_factor(place: int, one: FactorSeen) -> FactorSeen:
    needed = _("Say what the concern is.") if one.verdict == Verdict.CONCERN else None
    return FactorSeen(
        one.factor, one.verdict, checked_text(one.note, f"factors.{place}.note", longest=2000, empty=needed)
    )


def assessed_day(home: Home, day: date | None) -> date:
    found = checked_day(day, "assessedOn", home.young_person)
    if found < home.moved_in_on:
        raise invalid(_("They moved in after that day."), "assessedOn")
    return found


@transaction.atomic
def assess_suitability(home: Home, seen: Assessment, *, by: Person, language: str) -> Suitability:
    """Adds a look at the home; earlier ones stay as they are. The team's manager is told of one that is not suitable.

    Raises INVALID without reasons, unless all seven factors are there, for a concern without a note, a day outside the
    time there, and for homelessness or custody called suitable; TOO_LARGE.
    """
    with Checks() as made:
        made(check_suitable, home, seen)
        factors = made(checked_factors, seen.factors)
        reasons = made(checked_text, seen.reasons, "reasons", longest=4000, empty=_("Give your reasons."))
        their_views = made(checked_text, seen.their_views, "theirViews", longest=4000)
        day = made(assessed_day, home, seen.assessed_on)
    suitability = Suitability.objects.create(
        home=home,
        suitable=seen.suitable,
        reasons=reasons,
        their_views=their_views,
        language=language,
        knows_rights=seen.knows_rights,
        knows_funding=seen.knows_funding,
        provider_checked=seen.provider_checked,
        assessed_on=day,
        assessed_by=by,
    )
    SuitabilityFactor.objects.bulk_create(SuitabilityFactor(suitability=suitability, **vars(one)) for one in factors)
    changed: dict[str, list[Any]] = {"suitable": [None, seen.suitable], "reasons": [None, suitability.reasons]}
    record("home.assessed", suitability, by=by, young_person_id=home.young_person_id, changes=changed)
    if not suitability.suitable:
        tell_the_manager(suitability, by)
    return suitability


def tell_the_manager(suitability: Suitability, by: Person) -> None:
    young_person = suitability.home.young_person
    manager = manager_of(young_person)
    if manager and manager.pk != by.pk:
        notify([manager], Notice.Kind.HOME_UNSUITABLE, young_person=young_person, key=str(suitability.pk))
