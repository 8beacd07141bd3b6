"""What the law wants a plan to say: the ten matters, the home and whether it is suitable, and the copies given."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from leavingwell.platform.documents.parts.words import Words, words
from leavingwell.platform.plans.completeness import Completeness, Standing, completeness
from leavingwell.platform.plans.models import CopyGiven, Home, Plan, Suitability, SuitabilityFactor
from leavingwell.translations.languages import language_of


@dataclass(frozen=True)
class Matter:
    """`how` or `not_needed`, or neither while nothing is written. Both are the words of the worker."""

    title: Any
    how: Words | None = None
    not_needed: Words | None = None
    by_whom: str = ""
    by_when: date | None = None


@dataclass(frozen=True)
class FactorSeen:
    title: Any
    verdict: Any
    is_concern: bool
    note: Words | None


@dataclass(frozen=True)
class HomeNow:
    """`seen` is the latest look at it, None while nobody has looked; `own` the young person's own latest words."""

    words: Words
    kind: Any
    since: date
    own: Words | None
    own_on: Any
    seen: Suitability | None
    reasons: Words | None
    their_views: Words | None
    factors: tuple[FactorSeen, ...]


@dataclass(frozen=True)
class Copy:
    on: date
    form: Any
    language: str
    explained_on: date | None
    interpreter: bool


def said(text: str, language: str) -> Words | None:
    return words(text, language) if text else None


def matter(standing: Standing) -> Matter:
    row = standing.row
    if row is None:
        return Matter(standing.matter.label)
    how, not_needed = said(row.how, row.language), said(row.not_needed_reason, row.language)
    return Matter(standing.matter.label, how, not_needed, row.by_whom, row.by_when)


def matters_of(found: Completeness) -> list[Matter]:
    """Those that this kind of plan is asked for, and any other that something is written about."""
    return [matter(one) for one in found.standings if one.asked or one.row]


def factors_of(seen: Suitability) -> tuple[FactorSeen, ...]:
    order = list(SuitabilityFactor.Factor)
    rows = sorted(seen.factors.all(), key=lambda one: order.index(one.Factor(one.factor)))
    return tuple(
        FactorSeen(
            one.Factor(one.factor).label,
            one.Verdict(one.verdict).label,
            one.verdict == one.Verdict.CONCERN,
            said(one.note, seen.language),
        )
        for one in rows
    )


def home_of(plan: Plan) -> HomeNow | None:
    home = Home.objects.filter(young_person=plan.young_person_id, moved_out_on=None).first()
    if home is None:
        return None
    seen, own = home.suitabilities.select_related("assessed_by").first(), home.views.first()
    return HomeNow(
        words=words(home.description, "en"),
        kind=Home.Kind(home.kind).label,
        since=home.moved_in_on,
        own=words(own.words, own.language) if own else None,
        own_on=own.written_at if own else None,
        seen=seen,
        reasons=said(seen.reasons, seen.language) if seen else None,
        their_views=said(seen.their_views, seen.language) if seen else None,
        factors=factors_of(seen) if seen else (),
    )


def copies_of(plan: Plan) -> list[Copy]:
    """Of the latest version, newest first."""
    rows = CopyGiven.objects.filter(review=plan.review_id)
    return [
        Copy(
            one.on,
            CopyGiven.Form(one.form).label,
            language_of(one.language).own_name,
            one.explained_on,
            one.interpreter,
        )
        for one in rows
    ]


def schedules_of(plan: Plan) -> dict[str, Any]:
    found = completeness(plan)
    override = plan.review.override_reason if plan.review else ""
    return {
        "matters": matters_of(found),
        "coverage": found,
        "override": said(override, "en"),
        "home": home_of(plan),
        "copies": copies_of(plan),
    }
