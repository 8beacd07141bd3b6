"""What a file changes, in lines for a terminal."""

from collections.abc import Iterator

from leavingwell.platform.councils.configuration.outcome import State
from leavingwell.platform.running.services.moving import Plan

MARKS = {State.NEW: "+", State.CHANGED: "~", State.ONLY_HERE: "."}


def lines(plan: Plan) -> Iterator[str]:
    """Each row that is new (+), changed (~), only here (.) or left out (!), and how many are the same."""
    for part, outcome in plan.outcomes:
        yield f"{part.label}: {len(outcome.of(State.SAME))} the same"
        for one in outcome.differences:
            if one.state in MARKS:
                fields = f" ({', '.join(one.fields)})" if one.fields else ""
                yield f"  {MARKS[one.state]} {one.kind}: {one.name}{fields}"
        for left in outcome.left_out:
            yield f"  ! {left.kind}: {left.name}: {left.why}"
