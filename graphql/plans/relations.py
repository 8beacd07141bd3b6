"""How the viewer stands to the young person of a row."""

from functools import partial
from typing import Any

from graphql import GraphQLSchema

from leavingwell.graphql.context import Info
from leavingwell.platform.access.matrix import MATRIX
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import RELATIONS, relations_with
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.plans import models


def relations_of(row: Any, info: Info) -> frozenset[Relation]:
    """The viewer's relations: noted on the row by `visible`, else (a mutation's result) asked for."""
    noted = getattr(row, RELATIONS, None)
    if noted is not None:
        return frozenset(Relation(code) for code in noted)
    about = row if isinstance(row, models.Plan) else getattr(row, "plan", row)
    return relations_with(info.context.viewer, about.young_person)


def noted_as_on(plan: models.Plan, row: Any) -> Any:
    """A part of the plan, with the viewer's relations that are noted on the plan: it is the same young person's."""
    if row is not None and hasattr(plan, RELATIONS):
        setattr(row, RELATIONS, getattr(plan, RELATIONS))
    return row


def noting(resolve: Any, root: models.Plan, info: Any, **given: Any) -> Any:
    return noted_as_on(root, resolve(root, info, **given))


def note_on_reviews(schema: GraphQLSchema) -> None:
    """Once, when the schema is made. A resolver of its own would keep the optimizer from looking into the review."""
    field: Any = schema.type_map["Plan"].fields["review"]  # type: ignore[attr-defined]  # an object type
    field.resolve = partial(noting, field.resolve)


def may_see_matters(row: Any, info: Info) -> bool:
    """The owner and the case team, by the matrix."""
    return bool(MATRIX[Operation.VIEW_MATTERS] & relations_of(row, info))
