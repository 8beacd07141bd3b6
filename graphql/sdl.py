"""The schema as a committed file, and what a change of it would break for front ends."""

from graphql import BreakingChange, build_schema, find_breaking_changes

from leavingwell.graphql.schema import schema


def sdl() -> str:
    """The schema in GraphQL's schema definition language, as `schema.graphql` holds it."""
    return f"{schema.as_str()}\n"


def breaking_changes(before: str, after: str) -> list[str]:
    """What no longer works for a document that was right before, one sentence each."""
    changes: list[BreakingChange] = find_breaking_changes(build_schema(before), build_schema(after))
    return [change.description for change in changes]


def unlisted(changes: list[str], changelog: str) -> list[str]:
    """The changes whose sentence the changelog does not hold."""
    return [change for change in changes if change not in changelog]
