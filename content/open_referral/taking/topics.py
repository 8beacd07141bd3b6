"""Under which heading of the local offer a service belongs: the council says so for each term of the directory."""

from collections.abc import Iterator, Mapping
from typing import Any

from leavingwell.content.models.directory.feed import LEAVE_OUT
from leavingwell.content.open_referral.taking.texts import line

Found = Mapping[str, Any]
MOST_TERMS = 500  # of one directory


def terms_of(service: Found) -> Iterator[tuple[str, str]]:
    """The id and the name of each term; a term without an id is known by its name."""
    for attribute in service.get("attributes", []):
        term = attribute.get("taxonomy_term") or {}
        name = line(term.get("name") or term.get("term"))[:100]
        key = line(term.get("id") or attribute.get("taxonomy_term_id") or name)[:100]
        if key:
            yield key, name or key


def counted(services: list[Found]) -> dict[str, dict[str, Any]]:
    """The terms of a directory, those that stand at most services first."""
    found: dict[str, dict[str, Any]] = {}
    for service in services:
        for key, name in dict(terms_of(service)).items():
            found.setdefault(key, {"name": name, "count": 0})["count"] += 1
    common = sorted(found.items(), key=lambda item: (-item[1]["count"], item[1]["name"]))
    return dict(common[:MOST_TERMS])


def topic_of(service: Found, chosen: Mapping[str, str], otherwise: str) -> str:
    """The code of the first term that has a topic. Empty: it is to be left out."""
    given = [chosen[key] for key, _name in terms_of(service) if chosen.get(key)]
    topics = [code for code in given if code != LEAVE_OUT]
    if topics:
        return topics[0]
    return "" if given else otherwise
