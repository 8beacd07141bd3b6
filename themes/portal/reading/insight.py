"""Insight in the order of reading: what moved, in sentences; pictures; and the same figures as tables."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date
from django.utils.translation import get_language, pgettext

from leavingwell.themes.portal.reading.bars import row_of, share
from leavingwell.themes.portal.reading.lines import Chart, chart_of, ends_apart
from leavingwell.translations.days import in_digits
from leavingwell.translations.languages import SOURCE, language_of

A_MOVE = 5  # per cent points from which a change is worth a sentence
MOST_LINES = 2
PHASES = ("GOING_WELL", "GROWING", "WORK_ON_THIS")


@dataclass(frozen=True)
class Time:
    """A half-year, or now, in two short lines; `long` for a sentence."""

    months: str
    years: str

    @property
    def long(self) -> str:
        return f"{self.months} {self.years}".strip()


def time_of(point: dict[str, Any]) -> Time:
    if point["startsOn"] is None:
        return Time(pgettext("at the end of a line of half-years", "Now"), "")
    first, last = (date.fromisoformat(point[end]) for end in ("startsOn", "endsOn"))
    years = str(first.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"
    code = language_of(get_language() or SOURCE).code
    months = "–".join(format_date(day, "LLL", locale=code) for day in (first, last))
    return Time(in_digits(months, code), in_digits(years, code))


def whole(count: int | None, total: int | None) -> int | None:
    exact = share(count, total)
    return None if exact is None else round(exact)


def best_of(question: dict[str, Any]) -> dict[str, Any] | None:
    """The choice with full points; None where the question has no points."""
    scored = [one["choice"] for one in question["counts"] if one["choice"]["score"] is not None]
    return max(scored, key=lambda choice: int(choice["score"]), default=None)


def shares_of(counts: list[dict[str, Any]], total: int | None) -> dict[str, dict[str, Any]]:
    return {one["choice"]["code"]: {**one, "percent": whole(one["count"], total)} for one in counts}


@dataclass(frozen=True)
class Row:
    """One question: what was said at each time, and how many gave the best answer."""

    question: dict[str, Any]
    best: dict[str, Any] | None
    shown: dict[str, Any]  # as `bars` draws it
    choices: list[dict[str, Any]]  # each with its label and `cells`, one for each time
    answered: list[int | None]
    shares: list[int | None]

    @property
    def now(self) -> int | None:
        return self.shares[-1]

    @property
    def first(self) -> tuple[int, int] | None:
        """The place and the share of the earliest time that is told, if it is not now."""
        return next(((at, one) for at, one in enumerate(self.shares[:-1]) if one is not None), None)

    @property
    def cells(self) -> list[tuple[int | None, bool]]:
        """The share of each time, and whether nobody answered then: that is told, and no hidden number."""
        return [(one, answered == 0) for one, answered in zip(self.shares, self.answered, strict=True)]

    @property
    def nobody_now(self) -> bool:
        return self.answered[-1] == 0

    @property
    def moved(self) -> int | None:
        return None if self.now is None or self.first is None else self.now - self.first[1]

    @property
    def half_a_year_ago(self) -> int | None:
        return self.shares[-2] if len(self.shares) > 1 else None


def rows_of(insight: dict[str, Any]) -> list[Row]:
    return [row(question, insight["overTime"][:-1]) for question in insight["questions"]]


def row(found: dict[str, Any], earlier: list[dict[str, Any]]) -> Row:
    code, best = found["question"]["code"], best_of(found)
    points = [next(one for one in point["questions"] if one["question"]["code"] == code) for point in earlier]
    points.append(found)
    told = [shares_of(point["counts"], point["total"]) for point in points]
    choices = [
        {"label": one["choice"]["label"], "cells": [at.get(one["choice"]["code"]) for at in told]}
        for one in found["counts"]
    ]
    shares = [at[best["code"]]["percent"] if best else None for at in told]
    return Row(found["question"], best, row_of(found), choices, [point["total"] for point in points], shares)


def sentences(rows: list[Row], times: list[Time]) -> list[dict[str, Any]]:
    """At most two, each about one question: what moved most, and what is lowest now."""
    found = []
    told = [one for one in rows if one.now is not None]
    moving = [one for one in told if one.moved is not None and abs(one.moved) >= A_MOVE]
    most = max(moving, key=lambda one: abs(one.moved or 0), default=None)
    if most and most.first:
        found.append({"row": most, "kind": "up" if (most.moved or 0) > 0 else "down", "since": times[most.first[0]]})
    lowest = min(told, key=lambda one: one.now or 0, default=None)
    if lowest and len(told) > 1:
        found.append({"row": lowest, "kind": "lowest"})
    return found


def drawn(rows: list[Row]) -> list[Row]:
    """Two lines at most: the question that moved most, and the lowest of the others."""
    told = [one for one in rows if one.moved is not None]
    if not told:
        return []
    most = max(told, key=lambda one: abs(one.moved or 0))
    others = sorted((one for one in told if one is not most), key=lambda one: one.now or 0)
    return [most, *others][:MOST_LINES]


def chart(rows: list[Row], times: list[Time], *, rtl: bool) -> dict[str, Any] | None:
    made: Chart | None = chart_of([one.shares for one in rows], rtl=rtl) if rows else None
    if made is None:
        return None
    ends = ends_apart(made.lines)
    lines = [{"row": row, "line": line, "end": end} for row, line, end in zip(rows, made.lines, ends, strict=True)]
    return {"chart": made, "lines": lines, "labels": list(zip(made.places, times, strict=True))}


def spoken(rows: list[Row], times: list[Time]) -> str:
    """The chart for those who hear it."""
    parts = []
    for one in rows:
        steps = [f"{time.long}: {share}%" for time, share in zip(times, one.shares, strict=True) if share is not None]
        parts.append(f"{one.question['text']['value']} {', '.join(steps)}.")
    return " ".join(parts)


def standings(points: list[dict[str, Any]], times: list[Time]) -> list[dict[str, Any]]:
    """How people stand in the area at each time: pieces of one bar, of those about whom enough is known."""
    return [{"time": time, **standing(point)} for time, point in zip(times, points, strict=True)]


def standing(point: dict[str, Any]) -> dict[str, Any]:
    by_phase = {one["phase"]: one for one in point["phases"]}
    told = [by_phase[phase] for phase in PHASES]
    known = None if any(one["suppressed"] for one in told) else sum(one["count"] for one in told)
    start, parts = 0.0, []
    for one in told:
        exact = share(one["count"], known) or 0.0
        percent = None if known is None or not known else round(exact)
        parts.append({**one, "percent": percent, "start": f"{start:.2f}%", "width": f"{exact:.2f}%"})
        start += exact
    others = by_phase["NOT_ENOUGH_ANSWERS"]
    return {"parts": parts, "others": others, "total": point["total"], "hidden": known is None, "nobody": known == 0}


def sorted_now(rows: list[Row]) -> list[Row]:
    """Those with a best answer that is told, the highest first; the hidden ones last."""
    scored = [one for one in rows if one.best]
    return sorted(scored, key=lambda one: (one.now is None, -(one.now or 0)))


def context(insight: dict[str, Any], *, rtl: bool) -> dict[str, Any]:
    points = insight["overTime"]
    begun = next((at for at, point in enumerate(points) if point["total"]), 0)  # before, too few had answered
    insight = {**insight, "overTime": points[begun:]}
    times, rows = [time_of(point) for point in insight["overTime"]], rows_of(insight)
    lines = drawn(rows)
    labels = {one.best["label"]["value"]: one.best["label"] for one in rows if one.best}
    return {
        "times": times,
        "rows": rows,
        "said": sentences(rows, times),
        "chart": chart(lines, times, rtl=rtl),
        "chart_words": spoken(lines, times),
        "best": list(labels.values()),
        "sorted": sorted_now(rows),
        "standings": standings(insight["overTime"], times),
        "hardly": sum(one.moved is not None and abs(one.moved) < A_MOVE for one in rows),
    }
