"""Who walks through the portal, and where they begin."""

from typing import Any

from django.test import Client

from leavingwell.platform.councils.scope import scope
from tests.api import client_of, opaque
from tests.portal.walk.crawling import EVERY_TYPE, Walk, walk
from tests.portal.walk.told import Told

PUBLIC = ("/", "/offers/", "/glossary/", "/help/", "/accounts/login/", "/page/your-data/")
OF_ONE = ("", "together/HOME-01/", "phone/", "paper/", "in-touch/", "details/", "review/", "left-out/")
STAFF = ("worker", "supervisor", "manager", "analyst", "editor", "admin")
WALKERS = (None, "owner", "second review", "agreed", "over 21", "supporter", *STAFF)


def walks_of(where: Told) -> dict[str | None, Walk]:
    """Everybody's walk through their own council."""
    return {who: walk(client(where, who), *starts(where, who)) for who in WALKERS}


def client(where: Told, who: str | None, **options: Any) -> Client:
    with scope(where.household.council):
        visitor = client_of(where.person(who) if who else None, where.household.council)
    visitor.handler.enforce_csrf_checks = bool(options)
    visitor.raise_request_exception = False
    return visitor


def starts(where: Told, who: str | None) -> list[str]:
    """Home and what is public; for those who work with young people also each of these."""
    if who == "owner":
        return [*PUBLIC, "/questions/areas/HOME/done/", *(f"/questions/{code}/" for code in EVERY_TYPE)]
    if who not in ("worker", "supervisor", "manager"):
        return list(PUBLIC)
    with scope(where.household.council):
        ids = [opaque("YoungPerson", one) for one in (where.household.young_person, *where.people.values())]
    return [*PUBLIC, *(f"/people/{ids[0]}/{part}" for part in OF_ONE[: 8 if who == "manager" else 7]),
            *(f"/people/{one}/{part}" for one in ids[1:] for part in ("", "in-touch/", "review/"))]  # fmt: skip
