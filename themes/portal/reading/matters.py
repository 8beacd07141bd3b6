"""The ten matters and the home as pages show them."""

from typing import Any

from leavingwell.themes.portal.matter_words import FACTORS, ICONS, MISSING, PROMPTS, VERDICTS
from leavingwell.themes.portal.reading.plan import last_agreed

WAITING = ("SUBMITTED", "QUALITY_CHECK")


def matter_cards(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Each matter with what is written, what is missing, and what else in the plan speaks to it."""
    written = {row["matter"]: row for row in plan["matters"]}
    return [
        {
            **one,
            "slug": one["matter"].lower(),
            "row": written.get(one["matter"]),
            "icon": ICONS[one["matter"]],
            "prompt": PROMPTS[one["matter"]],
            "missing_words": [MISSING[part] for part in one["missing"]],
        }
        for one in plan["completeness"]["matters"]
    ]


def may_write(found: dict[str, Any]) -> bool:
    return "SAVE_MATTER" in found["permissions"] and found["plan"]["status"] not in WAITING


def with_latest_look(home: dict[str, Any]) -> dict[str, Any]:
    """A home with its looks, the newest apart, each of the seven things in its order and words."""
    looks = [{**look, "factors": factors_in_order(look)} for look in home["suitabilities"]]
    return {**home, "look": looks[0] if looks else None, "looks_before": looks[1:]}


def factors_in_order(look: dict[str, Any]) -> list[dict[str, Any]]:
    seen = {one["factor"]: one for one in look["factors"]}
    return [
        {**seen[code], "word": word, "verdict_word": VERDICTS[seen[code]["verdict"]]}
        for code, word in FACTORS.items()
        if code in seen
    ]


def homes_context(found: dict[str, Any]) -> dict[str, Any]:
    homes = [with_latest_look(home) for home in found["homes"]]
    return {"home": lived_in(homes), "homes_before": [home for home in homes if home["movedOutOn"]]}


def lived_in(homes: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Where they live now, of homes with the newest first."""
    return next((home for home in homes if not home["movedOutOn"]), None)


def home_now(found: dict[str, Any]) -> dict[str, Any] | None:
    """Where they live, with the latest look at it."""
    home = lived_in(found["homes"])
    return {**home, "look": next(iter(home["suitabilities"]), None)} if home else None


def matters_of(found: dict[str, Any], plan: dict[str, Any]) -> dict[str, Any] | None:
    """What a page about somebody's plan tells of the matters, the home and the copies; None for who may not see it."""
    if plan["completeness"] is None:
        return None
    agreed, review = last_agreed(plan), plan["review"] or {}
    return {
        "home": home_now(found),
        "id": found["id"],
        "cards": matter_cards(plan),
        "completeness": plan["completeness"],
        "missing": [one for one in plan["completeness"]["matters"] if one["asked"] and not one["covered"]],
        "may_write": may_write({**found, "plan": plan}),
        "agreed": agreed,
        "copies": agreed["copies"] if agreed else [],
        "override": review.get("overrideReason", ""),
        "handed_in_by": review.get("submittedBy"),
    }
