"""Hints that make something to do clearer, for what is stored and for a form while somebody types."""

from collections.abc import Iterable
from datetime import date

import strawberry

from leavingwell.graphql.context import Info
from leavingwell.graphql.errors import refusal
from leavingwell.platform import problems
from leavingwell.platform.plans import smart

HintCode = smart.HintCode
strawberry.enum(HintCode, name="HintCode", description="What could be clearer.")


@strawberry.type(description="Something that would make it clearer. It blocks nothing.")
class Hint:
    code: HintCode = strawberry.field(description="For programs.")
    message: str = strawberry.field(description="For people, in the viewer's language.")


@strawberry.input(description="Something to do as it is being written.")
class ActionHintsInput:
    title: str
    due_on: date | None = None
    measure: str | None = None
    has_owner: bool = strawberry.field(default=True, description="Whether somebody is chosen to do it.")
    language: str | None = None


def hint_types(codes: Iterable[smart.HintCode]) -> list[Hint]:
    return [Hint(code=code, message=str(smart.HINTS[code])) for code in codes]


@strawberry.type
class HintsQuery:
    @strawberry.field(description="What would make this clearer. Nothing is stored.")
    def action_hints(self, info: Info, input: ActionHintsInput) -> list[Hint]:
        if info.context.viewer is None:
            raise refusal("UNAUTHENTICATED", str(problems.SIGN_IN_FIRST))
        language = info.context.language(input.language)
        sketch = smart.Sketch(input.title, language, input.has_owner, input.due_on, input.measure or "")
        return hint_types(smart.hints_for(sketch))
