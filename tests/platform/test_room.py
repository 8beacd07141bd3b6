"""Calls that nest deep do not take memory from the system again and again."""

import resource

from leavingwell.platform.room import with_room

AGAIN = 50


def wide() -> None:
    pass


wide.__code__ = wide.__code__.replace(co_stacksize=200)  # it cannot slip in where no other call fits


def calling(depth: int) -> int:
    """How many pages the system gave while something was called again and again at this depth."""
    if depth:
        return calling(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _time in range(AGAIN):
        wide()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def most_taken() -> int:
    """At the depth where it was most. A chunk of 16 KB holds fewer than 400 of these frames."""
    return max(calling(depth) for depth in range(400))


def test_room_keeps_calls_within_one_chunk() -> None:
    assert with_room(most_taken)() < AGAIN
    assert most_taken() >= AGAIN, "else Python has learned it, and the room can go"


def test_an_answer_and_what_is_given_pass_through() -> None:
    def difference(first: int, *, second: int) -> int:
        """Of two."""
        return first - second

    roomy = with_room(difference)
    assert roomy(5, second=3) == 2
    assert (roomy.__name__, roomy.__doc__) == ("difference", "Of two.")
