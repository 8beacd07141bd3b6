"""People as others see them: a name and a role."""

from enum import Enum
from typing import Any

import strawberry
import strawberry_django
from strawberry import relay

from leavingwell.graphql.context import Info
from leavingwell.platform.people import models, roles


def role_enum() -> Any:
    """The roles under their codes: the same in the database, the API and demo.json."""
    codes: Any = Enum("Role", {role.value: role.value for role in roles.Role})  # type: ignore[misc]  # not literal
    return strawberry.enum(codes, description="What somebody is in the council.")


Role: Any = role_enum()
PRIVATE = frozenset({roles.Role.YOUNG_PERSON, roles.Role.SUPPORTER})  # their own numbers are nobody else's


# Without a `get_queryset` of its own, it is joined to the row that leads here instead of asked for. It is reached only
# from rows that the viewer sees.
@strawberry_django.type(models.Person, name="Person", description="Somebody who has a part in a plan.")
class Person(relay.Node):
    id: relay.NodeID[str]
    name: str = strawberry_django.field(description="The name they want to be called.")
    role: Role

    @strawberry_django.field(description="How to call a member of staff; empty for everybody else.")
    def phone(self, root: strawberry.Parent[models.Person]) -> str:
        return "" if root.role in PRIVATE else str(root.phone)

    @strawberry_django.field(
        only=["team"], description="The name of a colleague's team, told to members of staff; null for everybody else."
    )
    def team(self, root: strawberry.Parent[models.Person], info: Info) -> str | None:
        """What a team is for can tell something of the young people whom it works with."""
        if not info.context.is_staff or root.role in PRIVATE or root.team_id is None:
            return None
        return info.context.team_names.get(root.team_id)

    @strawberry_django.field(description="When a member of staff is at work; empty for everybody else.")
    def hours(self, root: strawberry.Parent[models.Person]) -> str:
        return "" if root.role in PRIVATE else str(root.hours)
