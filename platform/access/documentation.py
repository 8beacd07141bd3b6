"""The permission matrix as a page of the docs."""

from collections.abc import Iterable, Mapping
from typing import Any

from leavingwell.platform.access.matrix import COUNCIL_MATRIX, MATRIX
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.people.roles import Role

RELATION_NAMES = {
    Relation.SELF: "Young person",
    Relation.WORKER: "Their worker",
    Relation.MANAGER: "Their team's manager",
    Relation.DUTY: "Duty worker, while covering",
    Relation.SUPERVISOR: "Practice supervisor",
    Relation.SUPPORTER: "Supporter, chosen parts",
}


def table(matrix: Mapping[Any, Iterable[Any]], names: Mapping[Any, str]) -> str:
    head = "| Operation | " + " | ".join(names.values()) + " |\n|---|" + ":-:|" * len(names) + "\n"
    rows = (
        f"| `{operation}` | " + " | ".join("✓" if column in allowed else "" for column in names) + " |\n"
        for operation, allowed in matrix.items()
    )
    return head + "".join(rows)


def page() -> str:
    return (
        "# Who may do what\n\n"
        "Made by `manage.py print_permissions` from `platform/access/matrix.py`; a test keeps the two alike.\n\n"
        "## To one young person, by relation\n\n"
        f"{table(MATRIX, RELATION_NAMES)}\n"
        "## In the council as a whole, by role\n\n"
        f"{table(COUNCIL_MATRIX, {role: str(role.label) for role in Role})}"
    )
