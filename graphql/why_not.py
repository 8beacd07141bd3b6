"""Why the viewer may not do something to an object now."""

import strawberry

from leavingwell.graphql.operation import Operation
from leavingwell.platform.access import why_not
from leavingwell.platform.access.why_not import SENTENCES, Decision

WhyNot = why_not.WhyNot
strawberry.enum(WhyNot, name="WhyNotCode", description="Why somebody may not do something now.")
DESCRIPTION = "What else can be done to it, and why the viewer may not do it now."


@strawberry.type(description="Something that the viewer may not do now.")
class WhyNotNow:
    operation: Operation
    code: WhyNot
    message: str = strawberry.field(description="In the viewer's language.")


def why_not_of(decision: Decision) -> list[WhyNotNow]:
    return [
        WhyNotNow(operation=operation, code=code, message=str(SENTENCES[code]))
        for operation, code in decision.refused.items()
    ]
