"""Queries and milliseconds of what people open most, each as a ratio to the smallest request within this run.

`python benchmarks/pages.py`
"""

import sys
from pathlib import Path
from typing import Any

import django
from _measuring import Visit, measure

CONTRACT = Path(__file__).parents[1] / "tests" / "contract"
SMALLEST = "the smallest request: { viewer { name } }"


def visitor(name: str) -> Any:
    """A browser of Northmoor in which the person is signed in."""
    from django.conf import settings
    from django.test import Client

    from leavingwell.platform.councils.models import Council
    from leavingwell.platform.councils.scope import scope
    from leavingwell.platform.people.models import Person

    council = Council.objects.get(slug="northmoor")
    with scope(council):
        person = Person.objects.select_related("user").get(name=name)
        client = Client(HTTP_HOST=council.host)
        client.force_login(person.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def asking(client: Any, query: str, **variables: Any) -> Visit:
    body = {"query": query, "variables": variables}
    return lambda: client.post("/graphql/", body, content_type="application/json")


def visits() -> dict[str, Visit]:
    wren, tally = visitor("Wren"), visitor("Tally")
    own = asking(wren, "{ viewer { youngPerson { plan { id } } } }")().json()["data"]
    plan = own["viewer"]["youngPerson"]["plan"]["id"]
    return {
        SMALLEST: asking(wren, "{ viewer { name } }"),
        "portal: home": lambda: wren.get("/"),
        "portal: a question of the checklist": lambda: wren.get("/questions/HOME-03/"),
        "API: the whole plan": asking(wren, (CONTRACT / "plan.graphql").read_text(), id=plan),
        "API: totals of one area, 617 young people": asking(
            tally, (CONTRACT / "insight.graphql").read_text(), domain="HOME"
        ),
        "API: totals of all areas, 617 young people": asking(tally, (CONTRACT / "insight.graphql").read_text()),
    }


def main() -> None:
    django.setup()
    measured = {name: measure(visit) for name, visit in visits().items()}
    _queries, least = measured[SMALLEST]
    sys.stdout.write(f"{'what':<46}{'queries':>8}{'ms':>9}{'ratio':>8}\n")
    for name, (queries, milliseconds) in measured.items():
        sys.stdout.write(f"{name:<46}{queries:>8}{milliseconds:>9.1f}{milliseconds / least:>8.1f}\n")


if __name__ == "__main__":
    main()
