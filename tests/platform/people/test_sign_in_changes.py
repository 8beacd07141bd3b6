"""The single sign-on changes: the other administrators hear of it, and nobody stays in by a password."""

from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.authentication import new_session_token
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.sign_in.rules import provider_key, sign_in_rules
from leavingwell.platform.people.sign_in.setting_rules import NewRules, set_sign_in_rules
from leavingwell.platform.plans.models import Notice
from tests.api import client_of
from tests.factories import Household, make_person
from tests.platform.people.provider import CLIENT, SECRET, Provider
from tests.platform.people.test_sessions import browser, page, with_token
from tests.platform.people.test_single_sign_on import browser as visitor
from tests.platform.people.test_single_sign_on import go, viewer_at

pytestmark = pytest.mark.usefixtures("fresh_limits")


@pytest.fixture
def second(north: Household) -> Person:
    with scope(north.council):
        return make_person(Role.COUNCIL_ADMIN)


def change(house: Household, provider: Provider, **fields: Any) -> None:
    given = {"single_sign_on": True, "issuer": provider.issuer, "client_id": CLIENT, **fields}
    with scope(house.council):
        set_sign_in_rules(NewRules(**given), by=house.admin)


@pytest.fixture(autouse=True)
def any_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own provider speaks no HTTPS."""
    monkeypatch.setattr("leavingwell.platform.people.sign_in.setting_rules.check_issuer", lambda _issuer: None)


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"client_id": "another", "client_secret": "known"}, True),
        ({"client_secret": "a newer one"}, True),
        ({"single_sign_on": False}, True),
        ({"staff_need_second_step": True}, False),
        ({}, False),
    ],
)
def test_the_other_administrators_hear_of_it(
    north: Household,
    east: Household,
    provider: Provider,
    second: Person,
    django_capture_on_commit_callbacks: Any,
    fields: dict[str, Any],
    is_told: bool,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        change(north, provider, **fields)
    with scope(north.council):
        told = Notice.objects.filter(kind=Notice.Kind.SIGN_IN_CHANGED)
        assert [notice.recipient_id for notice in told] == ([second.pk] if is_told else [])
    assert [letter.to for letter in mail.outbox] == ([[second.user.email]] if is_told else [])
    assert not [letter for letter in mail.outbox if SECRET in letter.body or provider.issuer in letter.body]
    with scope(east.council):
        assert not Notice.objects.filter(kind=Notice.Kind.SIGN_IN_CHANGED).exists()


def test_once_it_is_the_only_way_passwords_keep_nobody_in(
    north: Household, east: Household, provider: Provider
) -> None:
    staff, admin, owner = (
        browser(north, north.worker),
        browser(north, north.admin),
        client_of(north.owner, north.council),
    )
    elsewhere = browser(east, east.worker)
    with scope(north.council):
        token = new_session_token(north.manager.user)
        SocialAccount.objects.create(user=north.worker.user, provider=provider_key(sign_in_rules()), uid="subject-1")
    assert page(staff) == 200
    change(north, provider, only_single_sign_on=True)
    assert page(staff) == 302
    assert with_token(north, token).status_code == 401
    assert [page(client) for client in (owner, elsewhere)] == [200, 200]
    assert viewer_at(admin) == north.admin.name
    again = visitor(north)
    go(again, provider)
    change(north, provider, only_single_sign_on=True, staff_need_second_step=False)
    assert viewer_at(again) == north.worker.name  # nobody is signed out a second time
