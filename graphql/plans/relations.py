"""How the viewer stands to the young person of a row."""

from typing import Any

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


def may_see_matters(row: Any, info: Info) -> bool:
    """The owner and the case team, by the matrix."""
    return bool(MATRIX[Operation.VIEW_MATTERS] & relations_of(row, info))
