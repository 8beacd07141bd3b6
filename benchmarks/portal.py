"""What the portal's pages add to their GraphQL: milliseconds of each page, and as a ratio to its own document alone.

`python benchmarks/portal.py`. The goal is 60 ms at the median for home, a question and the plan.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import django
from _measuring import measure
from pages import asking, visitor

PAGES = {
    "Wren": (
        "/",
        "/questions/HOME-03/",
        "/plan/",
        "/plan/now-and-before/",
        "/check-in/",
        "/to-do/",
        "/messages/",
        "/offers/",
    ),
    "Marlow": ("/caseload/", "/people/{person}/", "/people/{person}/plan/"),
    "Sable": ("/sign-off/",),
}
AROUND = "query Shell"  # what stands round every page


@contextmanager
def noted() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """The documents that a page asks, with their variables."""
    from leavingwell.themes.portal import api

    found: list[tuple[str, dict[str, Any]]] = []
    execute = api.execute

    def spy(document: str, variables: dict[str, Any], request: Any) -> Any:
        found.append((document, variables))
        return execute(document, variables, request)

    with patch.object(api, "execute", spy):
        yield found


def line(client: Any, address: str) -> str:
    with noted() as asked:
        assert client.get(address).status_code == 200, address
    own = [one for one in asked if AROUND not in one[0]]
    queries, page = measure(lambda: client.get(address))
    alone = sum(measure(asking(client, text, **given))[1] for text, given in own)
    return f"{address[:40]:<42}{queries:>8}{page:>9.1f}{alone:>11.1f}{page / alone:>8.1f}{len(own):>11}\n"


def main() -> None:
    django.setup()
    sys.stdout.write(f"{'page':<42}{'queries':>8}{'ms':>9}{'alone, ms':>11}{'ratio':>8}{'documents':>11}\n")
    wren = asking(visitor("Wren"), "{ viewer { youngPerson { id } } }")().json()
    person = wren["data"]["viewer"]["youngPerson"]["id"]
    for name, addresses in PAGES.items():
        client = visitor(name)
        for address in addresses:
            sys.stdout.write(line(client, address.format(person=person)))


if __name__ == "__main__":
    main()
