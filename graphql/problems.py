"""Typed problems: what a mutation answers when it did nothing."""

import strawberry

from leavingwell.platform import problems as platform

ProblemCode = platform.ProblemCode
strawberry.enum(ProblemCode, name="ProblemCode", description="What kind of problem it is.")


@strawberry.type(description="One thing that is wrong.")
class Problem:
    code: ProblemCode = strawberry.field(description="For programs.")
    field: str | None = strawberry.field(description="The path in the input, such as `answers.3.choice`.")
    message: str = strawberry.field(description="For people, in the viewer's language.")
    theirs: str | None = strawberry.field(
        default=None, description="With STALE_VERSION: what somebody else wrote in this field, to show with one's own."
    )


@strawberry.type(description="Nothing was changed, and why.")
class Problems:
    problems: list[Problem]


def problems_type(found: platform.Problems) -> Problems:
    return Problems(
        problems=[
            Problem(code=one.code, field=one.field or None, message=str(one.message), theirs=one.theirs)
            for one in found.problems
        ]
    )
