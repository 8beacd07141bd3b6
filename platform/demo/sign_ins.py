"""`demo.json`: where the demonstration is, and who can sign in. Written anew at every start, with fresh tokens."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.demo.files import COUNCILS, read
from leavingwell.platform.demo.staff import SIGN_IN_BY_CODE
from leavingwell.platform.demo.storing.people import email_of
from leavingwell.platform.people.authentication import new_session_token
from leavingwell.platform.people.models import Person

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PASSWORD = "quiet-harbour-lantern-7"
Row = dict[str, Any]


def path() -> Path:
    return Path(settings.DATA_DIR) / "demo.json"


def forget_old_tokens() -> None:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if path().exists():
        old = [one["session_token"] for one in json.loads(path().read_text(encoding="utf-8"))["people"]]
        for token in old:
            store(token).delete()
        UserSession.objects.filter(session_key__in=old).delete()


def council_row(council: Council, port: int) -> Row:
    address = f"http://{council.host}:{port}"
    return {
        "slug": council.slug,
        "name": council.name,
        "portal_url": f"{address}/",
        "graphql_url": f"{address}/graphql/",
        "admin_url": f"{address}/admin/",
        "languages": council.language_codes,
    }


def person_row(person: Person, council: Council | None) -> Row:
    """Who signs in by a code has no password: the code stands in the council's outbox, at /outbox/."""
    assert person.user
    return {
        "council": council.slug if council else None,
        "role": person.role,
        "name": person.name,
        "email": person.user.email,
        "password": "" if person.role in SIGN_IN_BY_CODE else PASSWORD,
        "session_token": new_session_token(person.user, BROWSER),
    }


def rows_of(emails: list[str], council: Council | None) -> list[Row]:
    """In the order of the addresses, inside the scope that is open."""
    people = Person.objects.filter(user__email__in=emails, council=council).select_related("user")
    by_email = {person.user.email: person for person in people if person.user}
    return [person_row(by_email[email], council) for email in emails if email in by_email]


def walkers(slug: str) -> list[str]:
    """The addresses of the people to walk around with: the cast, and the staff whom the council's file names for it."""
    staff = {row["key"]: row.get("email", row["key"]) for row in read(slug, "council")["staff"]}
    keys = [staff[key] for key in read(slug, "council")["walkers"]]
    return [email_of(slug, key) for key in keys + [one["key"] for one in read(slug, "cast")]]


def write_sign_ins(port: int) -> Path:
    forget_old_tokens()
    councils = list(Council.objects.filter(slug__in=COUNCILS).order_by("-slug"))
    people = []
    for council in councils:
        with scope(council):
            people += rows_of(walkers(council.slug), council)
    with national_scope("sign-ins of the demonstration"):
        people += rows_of([row["email"] for row in read("national", "staff")], None)
    found = {"councils": [council_row(council, port) for council in councils], "people": people}
    path().parent.mkdir(parents=True, exist_ok=True)
    path().write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path()
