"""Milliseconds of pages with and without room for their frames (`platform.room`), in turn, as a ratio in one run.

`python benchmarks/room.py`
"""

import statistics
import sys
import time
from typing import Any

import django
from _measuring import settle
from pages import visitor

ROOM = "leavingwell.platform.room.with_room"
PAGES = (("Wren", "/"), ("Wren", "/plan/"), ("Wren", "/questions/HOME-03/"), ("Marlow", "/caseload/"))
TIMES = 25


def milliseconds(client: Any, address: str) -> float:
    start = time.perf_counter()
    assert client.get(address).status_code == 200, address
    return (time.perf_counter() - start) * 1000


def measure(name: str, address: str) -> tuple[float, float]:
    """Medians with room and without, once warm."""
    from django.conf import settings
    from django.test import override_settings

    roomy = visitor(name)
    with override_settings(MIDDLEWARE=[one for one in settings.MIDDLEWARE if one != ROOM]):
        narrow = visitor(name)
        narrow.get(address)  # the first request loads the middleware
    roomy.get(address)
    settle()
    taken = [(milliseconds(roomy, address), milliseconds(narrow, address)) for _time in range(TIMES)]
    with_room, without = zip(*taken, strict=True)
    return statistics.median(with_room), statistics.median(without)


def main() -> None:
    django.setup()
    sys.stdout.write(f"{'page':<24}{'room, ms':>10}{'none, ms':>10}{'ratio':>8}\n")
    for name, address in PAGES:
        with_room, without = measure(name, address)
        sys.stdout.write(f"{address:<24}{with_room:>10.1f}{without:>10.1f}{without / with_room:>8.2f}\n")


if __name__ == "__main__":
    main()
