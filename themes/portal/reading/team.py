"""A manager's team in numbers: sentences first, a line for each worker, dates and ways of filling in."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leavingwell.themes.portal import words
from leavingwell.themes.portal.reading.bars import share
from leavingwell.themes.portal.reading.clocks import by_kind

SHOWN = ("OVERDUE", "DUE", "SOON")


def caseload(**filters: str) -> str:
    """The address of the caseload with those whom a number counts."""
    return f"{reverse('caseload')}?{urlencode(filters)}"


def picture(found: dict[str, Any]) -> dict[str, Any]:
    workers = found["workers"]
    most = max((one["youngPeople"] for one in workers), default=0)
    sums = {name: sum(one[name] for one in workers) for name in ("overdue", "due", "plansInForce", "longSilent")}
    states = {code: sum(count_of(one, code) for one in workers) for code in words.STATES}
    return {
        **found,
        "heads": heads(found, sums, states),
        "rows": [worker_row(one, most, found["team"]["id"]) for one in workers],
        "kinds": by_kind(found["clocks"], SHOWN),
        "ways": ways(found),
        "said": sentences(found, sums, states),
    }


def heads(found: dict[str, Any], sums: dict[str, int], states: dict[str, int]) -> list[dict[str, Any]]:
    """The team's own numbers, each with the list of those whom it counts."""
    team, percent = found["team"]["id"], round(share(sums["plansInForce"], found["youngPeople"]) or 0)
    told = (
        (sums["plansInForce"], f"{percent}%", _("plans in force"), {"only": "IN_FORCE"}),
        (sums["overdue"], sums["overdue"], _("overdue"), {"clock": "OVERDUE"}),
        (states["FRAGILE"], states["FRAGILE"], _("fragile"), {"state": "FRAGILE"}),
        (states["IN_CRISIS"], states["IN_CRISIS"], _("in crisis"), {"state": "IN_CRISIS"}),
    )
    return [
        {"shown": shown, "word": word, "to": caseload(team=team, **filters) if counted else ""}
        for counted, shown, word, filters in told
    ]


def count_of(worker: dict[str, Any], state: str) -> int:
    return next((one["count"] for one in worker["states"] if one["state"] == state), 0)


def worker_row(one: dict[str, Any], most: int, team: str) -> dict[str, Any]:
    """With the lists of those whom the numbers count: a worker may work for other teams as well."""
    worker = {"team": team, "worker": one["worker"]["id"]} if one["worker"] else None
    return {
        **one,
        "width": f"{share(one['youngPeople'], most) or 0:.2f}%",
        "crisis": count_of(one, "IN_CRISIS"),
        "fragile": count_of(one, "FRAGILE"),
        "to_all": caseload(**worker) if worker else "",
        "to_crisis": caseload(**worker, state="IN_CRISIS") if worker else "",
        "to_fragile": caseload(**worker, state="FRAGILE") if worker else "",
        "to_overdue": caseload(**worker, clock="OVERDUE") if worker else "",
        "to_due": caseload(**worker, clock="DUE") if worker else "",
        "to_in_force": caseload(**worker, only="IN_FORCE") if worker and one["plansInForce"] else "",
        "to_silent": caseload(**worker, only="SILENT") if worker else "",
    }


def ways(found: dict[str, Any]) -> list[dict[str, Any]]:
    """How the latest checklists were filled in, and how many there are not."""
    told = [(words.CHANNEL_SAID[one["channel"]], one["count"]) for one in found["channels"] if one["count"]]
    rows = [*told, (_("not begun"), found["withoutChecklist"])] if found["withoutChecklist"] else told
    return [
        {"word": word, "count": count, "width": f"{share(count, found['youngPeople']) or 0:.2f}%"}
        for word, count in rows
    ]


def sentences(found: dict[str, Any], sums: dict[str, int], states: dict[str, int]) -> list[str]:
    """What a manager should know first; nothing of what is well."""
    crisis, overdue, silent = states["IN_CRISIS"], sums["overdue"], sums["longSilent"]
    told = (
        (crisis, ngettext("%(number)d is in crisis.", "%(number)d are in crisis.", crisis)),
        (overdue, ngettext("%(number)d has something overdue.", "%(number)d have something overdue.", overdue)),
        (
            silent,
            ngettext(
                "Nobody was in touch with %(number)d for six weeks.",
                "Nobody was in touch with %(number)d of them for six weeks.",
                silent,
            ),
        ),
    )
    whole = ngettext("%(number)d young person.", "%(number)d young people.", found["youngPeople"])
    first = whole % {"number": found["youngPeople"]}
    return [first, *(sentence % {"number": number} for number, sentence in told if number)]
