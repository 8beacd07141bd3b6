"""What changed between two reviews, sorted for reading."""

from typing import Any

PARTS = (
    "goalsAdded",
    "goalsReached",
    "goalsDropped",
    "goalsChanged",
    "actionsAdded",
    "actionsDone",
    "actionsStuck",
    "actionsDropped",
    "answers",
    "matters",
)


def is_anything(changed: dict[str, Any]) -> bool:
    """Whether anything changed that this viewer may see."""
    return any(changed[part] for part in PARTS)
