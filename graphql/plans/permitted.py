"""What the viewer may do to an object now, and why not the rest: mixed into the types that something can be done to."""

from typing import Any

import strawberry
import strawberry_django

from leavingwell.graphql.context import Info
from leavingwell.graphql.operation import Operation
from leavingwell.graphql.plans.relations import relations_of
from leavingwell.graphql.why_not import DESCRIPTION, WhyNotNow, why_not_of
from leavingwell.platform.plans.permissions import on_part


@strawberry.type
class Permitted:
    @strawberry_django.field(description="What the viewer may do to it now.")
    def permissions(self, root: strawberry.Parent[Any], info: Info) -> list[Operation]:
        return on_part(root, info.context.viewer, relations_of(root, info)).allowed

    @strawberry_django.field(description=DESCRIPTION)
    def why_not(self, root: strawberry.Parent[Any], info: Info) -> list[WhyNotNow]:
        return why_not_of(on_part(root, info.context.viewer, relations_of(root, info)))
