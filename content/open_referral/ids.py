"""Ids of what the standard wants an id for and we keep none of. The same each time: made from what it belongs to."""

from uuid import UUID, uuid5

NAMESPACE = UUID("6f0c3b52-54ff-4c52-9a5a-1c7f6a4f0b1e")  # drawn once
TOPICS, AUDIENCES, OWNERS = (str(uuid5(NAMESPACE, f"taxonomy {name}")) for name in ("topics", "audiences", "owners"))


def made_id(*parts: object) -> str:
    return str(uuid5(NAMESPACE, " ".join(map(str, parts))))


def topic_id(code: str) -> str:
    """The same in every council: who gathers several directories finds one term for one heading."""
    return made_id("topic", code)


def council_id(slug: str) -> str:
    """Of the council as an organization."""
    return made_id("council", slug)
