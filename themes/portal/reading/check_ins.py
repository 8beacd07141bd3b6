"""What a young person last said about how things are, and to whom."""

from typing import Any

from django.core import signing

from leavingwell.themes.portal.reading.todo import nodes

CheckIn = dict[str, Any]
SALT = "leavingwell.themes.portal.readers"


def sent_of(person: dict[str, Any]) -> list[CheckIn]:
    """Newest first."""
    return list(nodes(person["checkIns"]))


def not_taken_back(person: dict[str, Any]) -> list[CheckIn]:
    """Oldest first, as pictures draw them."""
    return [one for one in reversed(sent_of(person)) if not one["withdrawnAt"]]


def can_be_changed(check_in: CheckIn) -> bool:
    return "CHANGE_CHECK_IN" in check_in["permissions"]


def chosen_last_time(newest: CheckIn | None, supporters: list[Any]) -> str | None:
    """Who sees the next one by a tap; None before the first, and after one that was taken back: then they are asked."""
    if newest is None or newest["withdrawnAt"]:
        return None
    chosen = str(newest["sharedWith"])
    return "WORKER" if chosen == "WORKER_AND_SUPPORTERS" and not supporters else chosen


def readers_of(person: dict[str, Any], shared_with: str) -> list[str]:
    """The ids of those who are named as readers."""
    if shared_with == "ONLY_ME":
        return []
    named = [person["worker"]] if person["worker"] else []
    if shared_with == "WORKER_AND_SUPPORTERS":
        named += [one["person"] for one in person["supporters"]]
    return sorted(one["id"] for one in named)


def mark_of_readers(person: dict[str, Any], shared_with: str) -> str:
    return signing.dumps(readers_of(person, shared_with), salt=SALT)


def are_those_named(mark: str, person: dict[str, Any], shared_with: str) -> bool:
    """Whether a tap goes to nobody but those whom its page named, and to all of them."""
    try:
        return bool(signing.loads(mark, salt=SALT) == readers_of(person, shared_with))
    except signing.BadSignature:
        return False
