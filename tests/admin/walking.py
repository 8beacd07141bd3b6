"""Who walks, and where to."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import resolve

from leavingwell.content.models import OfferTopic
from leavingwell.platform.councils.admin import allowed
from leavingwell.platform.councils.admin.groups import group_name
from leavingwell.questionnaires.models import Wording
from tests.admin.addresses import Named, addresses
from tests.admin.asking import at, text_of
from tests.admin.patterns import URLCONF
from tests.turns import in_turn

NUMBER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+")
METHODS = ("get", "post")
WORDS = ("title", "name", "text_en", "title_en", "label_en", "term_en", "meaning_en", "heading_en", "summary_en")
TOKEN = "eastmarsh"
Step = tuple[str, str]  # a method, and an address
ROLES = ("admin", "editor", "questionnaire_editor", "translator", "manager", "operator")


def client_for(role: str, here: Any, nation: Any) -> Client:
    """A team manager has no admin by their role: this one was given an editor's rights beside."""
    if role == "operator":
        return at(here.council, nation.operator)
    person = here.household.people[role]
    if role == "manager":
        person.user.groups.add(Group.objects.get(name=group_name(here.council, "content_editor")))
    return at(here.council, person)


def is_walked(name: str, address: str) -> bool:
    if name in allowed.ANYBODY:
        return False
    return allowed.is_open(name, resolve(address.split("?")[0], urlconf=URLCONF).kwargs)


def walked(place: Any) -> list[Named]:
    """What the allow-list serves, each with the name of its view."""
    return sorted(one for one in set(addresses(place)) if is_walked(*one))


def kind_of(address: str) -> str:
    """The same for all addresses that differ only by the row that they name."""
    return NUMBER.sub("#", address)


def kinds_of(addresses: list[str]) -> list[list[str]]:
    found = defaultdict(list)
    for address in addresses:
        found[kind_of(address)].append(address)
    return list(found.values())


def steps(addresses: list[str], place: int = 0) -> list[Step]:
    """One of each kind, asked for or sent a form, in turn: what is sent comes last, as it may change something.

    Those who walk at different places try each view in both ways, and between them with all of its rows.
    """
    return sorted(
        in_turn([(method, address) for address in alike for method in METHODS], place + number)
        for number, alike in enumerate(kinds_of(addresses))
    )


def form_about(place: Any) -> dict[str, Any]:
    """Words for every form that there is, and the place's rows where a form names any."""
    return {
        **dict.fromkeys(WORDS, "Stolen"),
        "slug": "stolen",
        "new_title": "Stolen",
        "new_slug": "stolen",
        "phone": "0300",
        "variant": "easy_read",
        "logo": place.image.pk,
        "logo_alternative_text": "Stolen",
        "collection": place.collection.pk,
        "indicator": place.rows[Wording].indicator_id,
        "topic": place.rows[OfferTopic].pk,
        "questionnaire": "outcomes",
        "action-publish": "1",
        "next": "https://example.org/",
    }


def walk(client: Client, way: Iterable[Step], form: dict[str, Any]) -> tuple[list[Step], list[Step]]:
    """The steps whose answers told of the other council, and those that broke or led astray."""
    told, broken = [], []
    for method, address in way:
        answer = client.get(address) if method == "get" else client.post(address, form)
        if TOKEN in text_of(answer):
            told.append((method, address))
        if answer.status_code >= 500 or "example.org" in answer.get("Location", ""):
            broken.append((method, address))
    return told, broken
