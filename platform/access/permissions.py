"""May this person do that? Asked alike by GraphQL, the admin, the portal and downloads.

A right to a young person comes from a relation alone; a right in the council from the role.
"""

from collections.abc import Collection, Iterable
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from leavingwell.platform.access.grants import related_to, relations_noted, relations_of
from leavingwell.platform.access.matrix import COUNCIL_MATRIX, MATRIX
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.relations import CASE_TEAM, Relation
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.problems import not_allowed, not_found

M = TypeVar("M", bound=Model)
Viewer = Person | None
RELATIONS = "viewer_relations"  # the annotation that `visible` adds


def relations_with(viewer: Viewer, young_person: YoungPerson) -> frozenset[Relation]:
    """The viewer's relations, from the annotation of `visible` where it is there, else by one query."""
    if viewer is None or viewer.user is None:
        return frozenset()
    annotated = getattr(young_person, RELATIONS, None)
    if annotated is not None:
        return frozenset(Relation(code) for code in annotated)
    return relations_of(viewer.user, young_person)


def allowed(relations: Collection[Relation]) -> list[Operation]:
    """Every operation that one of the relations gives, whatever the state of the plan."""
    return [operation for operation, needed in MATRIX.items() if needed & set(relations)]


def user_can(viewer: Viewer, operation: Operation, young_person: YoungPerson) -> bool:
    return bool(MATRIX[operation] & relations_with(viewer, young_person))


def user_can_in_council(viewer: Viewer, operation: CouncilOperation) -> bool:
    return viewer is not None and viewer.role in COUNCIL_MATRIX[operation]


def is_case_team(viewer: Viewer, young_person: YoungPerson) -> bool:
    return bool(CASE_TEAM & relations_with(viewer, young_person))


def require(viewer: Viewer, operation: Operation, young_person: YoungPerson) -> None:
    """Raises NOT_FOUND for somebody who may not even see the young person, else NOT_ALLOWED."""
    if user_can(viewer, operation, young_person):
        return
    raise not_allowed() if user_can(viewer, Operation.VIEW_YOUNG_PERSON, young_person) else not_found()


def require_in_council(viewer: Viewer, operation: CouncilOperation) -> None:
    if not user_can_in_council(viewer, operation):
        raise not_allowed()


def visible(
    rows: QuerySet[M],
    viewer: Viewer,
    operation: Operation,
    path: str = "",
    relations: Iterable[Relation] | None = None,
) -> QuerySet[M]:
    """The rows whose young person the viewer may do `operation` to; `path` leads to it, empty for young people.

    `relations` narrows the matrix further. Adds `viewer_relations` to each row in the same query, so that permissions
    cost no further one.
    """
    if viewer is None or viewer.user is None:
        return rows.none()
    key = f"{path}_id" if path and "__" not in path else (path or "pk")
    wanted = MATRIX[operation] & frozenset(relations or Relation)
    annotated: QuerySet[M] = rows.annotate(**{RELATIONS: relations_noted(viewer.user, key, wanted)})
    return annotated.filter(Q(**{f"{key}__in": related_to(viewer.user, wanted)}))
