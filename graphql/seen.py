"""Which fields show something of a young person: whoever reads them through the API is noted (`audit.seeing`).

Lists of names are not looks, unless they are of those who gave an answer; what stands in a plan, a checklist or a
check-in is. Nobody is noted for their own.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from graphql import FieldNode, GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema

from leavingwell.graphql.sights import note
from leavingwell.platform.audit.seeing import Seen

Whose = Callable[[Any], Any]  # the young person's id, from the object whose field it is
OUTSIDE = frozenset(
    {"id", "youngPerson", "status", "permissions", "whyNot", "currentUntil", "kind", "version"}
    | {"response", "unreadComments", "lastAgreedAt"}
)  # of a plan: what lists show, and what is noted where it is read
DATES = frozenset(
    {"id", "number", "state", "occasion", "startedOn", "dueOn", "submittedAt", "submittedBy", "returnedAt", "version"}
    | {"reopenedAt", "authorisedAt", "authorisedBy", "__typename"}
)  # of a review: what lists and queues show
COUNTS = frozenset(
    {"covered", "asked", "needed", "enough", "missing", "matters", "matter", "title", "__typename"}
)  # of a plan's completeness: what is there and what is not, and no word of it
PARTS: dict[str, dict[str, Seen]] = {
    "Response": dict.fromkeys(("answers", "answer", "notShown", "progress"), Seen.ANSWERS),
    "CheckIn": {**dict.fromkeys(("face", "note"), Seen.CHECK_INS), "goals": Seen.PLAN},
    "YoungPerson": dict.fromkeys(
        ("contacts", "crises", "stateChanges", "homes", "safetyNotices", "redactable", "contactLog", "stateHistory"),
        Seen.NOTES,
    ),
}
WHOSE: dict[str, Whose] = {
    "Response": lambda response: response.young_person_id,
    "CheckIn": lambda check_in: check_in.young_person_id,
    "YoungPerson": lambda young_person: young_person.pk,
    "Plan": lambda plan: plan.young_person_id,
}


def asked_for(nodes: Iterable[Any]) -> list[Any]:
    return [node for one in nodes if one.selection_set for node in one.selection_set.selections]


def are_among(nodes: Iterable[Any], names: frozenset[str]) -> bool:
    return all(isinstance(node, FieldNode) and node.name.value in names for node in nodes)


def shows_no_words(info: "GraphQLResolveInfo[Any]") -> bool:
    """Of a review only its number, state and days; of the completeness only what is covered."""
    nodes = asked_for(info.field_nodes)
    if info.field_name == "review":
        return are_among(nodes, DATES)
    return info.field_name == "completeness" and are_among([*nodes, *asked_for(nodes)], COUNTS)


def field_of(resolve: Any, whose: Whose, seen: Seen, root: Any, info: "GraphQLResolveInfo[Any]", **given: Any) -> Any:
    if not shows_no_words(info):
        note(info.context, whose(root), seen)
    return resolve(root, info, **given)


def page(resolve: Any, root: Any, info: "GraphQLResolveInfo[Any]", **given: Any) -> Any:
    """The root field `youngPerson`: one record was opened, if there is one for this viewer."""
    found = resolve(root, info, **given)
    if found is not None:
        note(info.context, found.pk, Seen.PAGE)
    return found


def fields_to_note(schema: GraphQLSchema) -> dict[str, dict[str, Seen]]:
    """By type. Every field of a plan but those outside of it, also one that is added later; `said` are answers."""
    plan = schema.type_map["Plan"]
    assert isinstance(plan, GraphQLObjectType)
    return {**PARTS, "Plan": {**dict.fromkeys(plan.fields.keys() - OUTSIDE, Seen.PLAN), "said": Seen.ANSWERS}}


def note_what_is_seen(schema: GraphQLSchema) -> None:
    """Once, when the schema is made: no other field pays for it."""
    for name, seen_by_field in fields_to_note(schema).items():
        fields: Any = schema.type_map[name].fields  # type: ignore[attr-defined]  # an object type
        for field, seen in seen_by_field.items():
            if field in fields:
                fields[field].resolve = partial(field_of, fields[field].resolve, WHOSE[name], seen)
    assert schema.query_type is not None
    root = schema.query_type.fields["youngPerson"]
    root.resolve = partial(page, root.resolve)
