"""The permission matrix as a page of the docs."""

from collections.abc import Iterable, Mapping
from typing import Any

from leavingwell.platform.access.matrix import COUNCIL_MATRIX, MATRIX
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.states import RULED_OUT, PlanState
from leavingwell.platform.access.why_not import SENTENCES, WhyNot
from leavingwell.platform.people.roles import Role

RELATION_NAMES = {
    Relation.SELF: "Young person",
    Relation.WORKER: "Their worker",
    Relation.MANAGER: "Their team's manager",
    Relation.DUTY: "Duty worker, while covering",
    Relation.SUPERVISOR: "Practice supervisor",
    Relation.SUPPORTER: "Supporter, chosen parts",
    Relation.EMERGENCY: "Staff who opened it in an emergency, for a day",
}
STATE_NAMES = {
    PlanState.NONE: "No review yet",
    PlanState.DRAFT: "Being worked on",
    PlanState.RETURNED: "Sent back",
    PlanState.QUALITY_CHECK: "With the practice supervisor",
    PlanState.SUBMITTED: "With the manager",
    PlanState.CURRENT: "Agreed",
}


def table(matrix: Mapping[Any, Iterable[Any]], names: Mapping[Any, str]) -> str:
    head = "| Operation | " + " | ".join(names.values()) + " |\n|---|" + ":-:|" * len(names) + "\n"
    rows = (
        f"| `{operation}` | " + " | ".join("✓" if column in allowed else "" for column in names) + " |\n"
        for operation, allowed in matrix.items()
    )
    return head + "".join(rows)


def states() -> str:
    """A tick, or the code of why not."""
    head = "| Operation | " + " | ".join(STATE_NAMES.values()) + " |\n|---|" + ":-:|" * len(STATE_NAMES) + "\n"
    rows = (
        f"| `{operation}` | "
        + " | ".join(reasons[state].value if state in reasons else "✓" for state in STATE_NAMES)
        + " |\n"
        for operation, reasons in RULED_OUT.items()
    )
    return head + "".join(rows)


def codes() -> str:
    return "".join(f"| `{code.value}` | {SENTENCES[code]} |\n" for code in WhyNot)


def page() -> str:
    return (
        "# Who may do what\n\n"
        "Made by `manage.py print_permissions` from `platform/access/matrix.py` and `states.py`; "
        "a test keeps the two alike.\n\n"
        "## To one young person, by relation\n\n"
        f"{table(MATRIX, RELATION_NAMES)}\n"
        "## In which state of the plan's latest review\n\n"
        "Every other operation is possible in every state. The API's `whyNot` gives the code.\n\n"
        f"{states()}\n"
        "| Code | What people read |\n|---|---|\n"
        f"{codes()}\n"
        "## In the council as a whole, by role\n\n"
        f"{table(COUNCIL_MATRIX, {role: str(role.label) for role in Role})}"
    )
