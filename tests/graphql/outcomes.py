"""An answer to one root field in a word: see `expectations`."""

from typing import Any

from tests.graphql.asking import codes


def outcome(answer: dict[str, Any], field: str) -> str:
    if answer.get("errors"):
        return codes(answer)[0]
    found = answer["data"][field]
    if found is None:
        return "null"
    if isinstance(found, dict) and found.get("__typename") == "Problems":
        return str(found["problems"][0]["code"])
    is_empty_page = isinstance(found, dict) and found.get("totalCount") == 0
    return "empty" if found == [] or is_empty_page else "answered"
