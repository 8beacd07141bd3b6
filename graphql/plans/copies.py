"""Copies of a review that the young person was given. For the owner and the case team."""

from datetime import date
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.graphql.people.person import Person
from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import visible
from leavingwell.platform.plans import models

CopyForm = models.CopyGiven.Form
strawberry.enum(CopyForm, name="CopyForm", description="In which form a copy was given.")


@strawberry_django.type(models.CopyGiven, name="CopyGiven", description="That the young person was given a copy.")
class CopyGiven(relay.Node):
    id: relay.NodeID[str]
    on: date
    form: CopyForm
    language: str
    explained_on: date | None
    interpreter: bool
    note: str
    by: Person

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, Operation.VIEW_MATTERS, "review__plan__young_person")
