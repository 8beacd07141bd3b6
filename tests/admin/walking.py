"""Who walks, and where to."""

from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import resolve

from leavingwell.platform.councils.admin import allowed
from leavingwell.platform.councils.admin.groups import group_name
from tests.admin.addresses import Named, addresses
from tests.admin.asking import at
from tests.admin.patterns import URLCONF

TOKEN = "eastmarsh"
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
