"""Whether something that came in is a condition at all (`conditions` gives the grammar)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA = Path(__file__).parent / "data" / "condition.schema.json"
DEEPEST = 5  # levels of all, any and not: nobody reads more


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def parts_of(condition: Any) -> list[Any]:
    """The conditions directly inside, as far as the shape lets one tell."""
    if not isinstance(condition, dict):
        return []
    lists = [condition[name] for name in ("all", "any") if isinstance(condition.get(name), list)]
    return [part for parts in lists for part in parts] + ([condition["not"]] if "not" in condition else [])


def is_too_deep(condition: Any) -> bool:
    level = [condition]
    for _step in range(DEEPEST + 1):
        level = [part for one in level for part in parts_of(one)]
    return bool(level)


def is_condition(condition: Any) -> bool:
    """Depth comes first, so that nothing however deep is walked down."""
    return not is_too_deep(condition) and validator().is_valid(condition)
