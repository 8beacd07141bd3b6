"""Codes that let somebody in once: by a letter, without an e-mail address, and never by guessing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.codes import ALPHABET, LENGTH, bare, new_code
from leavingwell.platform.people.invitations import make_invitation
from leavingwell.platform.people.models import Invitation, YoungPerson
from tests.api import codes, do, opaque
from tests.factories import Household
from tests.portal.pages import words

NEW = {"preferredName": "Wren", "dateOfBirth": "2009-05-04", "channel": "LETTER"}
INVITATION = "... on Invitation { code state expiresAt }"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def invite(house: Household, who: str = "manager", **given: Any) -> dict[str, Any]:
    fields = "... on YoungPerson { id email invitation { code state channel } }"
    return do(house.people[who], house.council, "inviteYoungPerson", fields, **{**NEW, **given})


def again(house: Household, who: str, young_person: str, channel: str = "LETTER") -> dict[str, Any]:
    return do(house.people[who], house.council, "inviteAgain", INVITATION, youngPersonId=young_person, channel=channel)


def code_in(message: Any) -> str:
    (code,) = re.findall(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", message.body)
    return str(code)


def wren(house: Household) -> YoungPerson:
    with scope(house.council):
        return YoungPerson.objects.select_related("person__user").get(person__name="Wren")


def join(house: Household, code: str, **more: str) -> tuple[Client, Any]:
    visitor = Client(HTTP_HOST=house.council.host)
    return visitor, visitor.post("/join/", {"code": code, **more})


def is_in(visitor: Client) -> bool:
    return "_auth_user_id" in visitor.session


def test_a_letter_lets_somebody_in_who_has_no_e_mail(north: Household) -> None:
    invited = invite(north)
    assert invited["email"] == ""
    assert mail.outbox == []
    visitor, answer = join(north, invited["invitation"]["code"], device="shared")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(visitor)
    assert visitor.session.get_expire_at_browser_close()
    assert visitor.get("/")["Location"] == "/welcome/"
    young_person = wren(north)
    assert young_person.joined_at
    with scope(north.council):
        actions = set(AuditEntry.objects.filter(young_person_id=young_person.pk).values_list("action", flat=True))
    assert {"invitation.made", "invitation.used", "young_person.joined"} <= actions


def test_two_young_people_can_be_without_an_address(north: Household, east: Household) -> None:
    for house, name in ((north, "Wren"), (north, "Robin"), (east, "Finch")):
        assert invite(house, preferredName=name)["__typename"] == "YoungPerson"


def test_an_e_mail_needs_an_address(north: Household) -> None:
    assert codes(invite(north, channel="EMAIL")) == [("INVALID", "email")]


def test_an_e_mail_brings_the_code_too(north: Household, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invited = invite(north, channel="EMAIL", email="wren@example.org")
    assert invited["invitation"]["code"] is None  # it is for the young person alone
    code = code_in(mail.outbox[-1])
    assert "https://northmoor.test/join/" in mail.outbox[-1].body
    assert is_in(join(north, code)[0])


@pytest.mark.parametrize("spoil", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code}"])
def test_how_it_is_typed_makes_no_difference(north: Household, spoil: Any) -> None:
    assert is_in(join(north, spoil(invite(north)["invitation"]["code"]))[0])


def test_digits_of_other_scripts_are_digits() -> None:
    assert bare("ab٣d-ef۴h") == "AB3DEF4H"


def test_codes_are_long_and_plain() -> None:
    made = {bare(new_code()) for _one in range(200)}
    assert len(made) == 200
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in made)
    assert not set("ILO01") & set(ALPHABET)


def test_only_a_hash_is_kept(north: Household) -> None:
    code = invite(north)["invitation"]["code"]
    with scope(north.council):
        kept = str(Invitation.objects.values().get())
    assert bare(code) not in kept
    assert code not in kept


def test_every_bad_code_is_answered_alike(north: Household, east: Household) -> None:
    used, withdrawn, old, elsewhere = (
        str(invite(house, preferredName=name)["invitation"]["code"])
        for house, name in ((north, "Used"), (north, "Withdrawn"), (north, "Old"), (east, "Elsewhere"))
    )
    join(north, used)
    with scope(north.council):
        Invitation.objects.filter(person__name="Old").update(expires_at=timezone.now() - timedelta(minutes=1))
        taken = YoungPerson.objects.get(person__name="Withdrawn")
    do(north.manager, north.council, "withdrawInvitation", "", youngPersonId=opaque("YoungPerson", taken))
    cache.clear()
    answers = []
    for code in (used, withdrawn, old, elsewhere, "AAAA-AAAA", "x" * 5000, "\x00", "'; drop", "🙂"):
        visitor, answer = join(north, code)
        cache.clear()
        assert not is_in(visitor), code
        answers.append((answer.status_code, words(answer)))
    assert set(answers[:5]) == {answers[0]}
    assert all(status == 422 for status, _words in answers)
    assert "That code does not work" in answers[0][1]


def test_guessing_is_stopped_by_address(north: Household) -> None:
    code = invite(north)["invitation"]["code"]
    statuses = [join(north, f"AAAA-AA{one}A")[1].status_code for one in "BCDEFGHJKMNPQ"]
    assert statuses == [422] * 10 + [429] * 3
    visitor, answer = join(north, code)  # even the right one
    assert (is_in(visitor), answer.status_code) == (False, 429)


def test_one_code_cannot_be_tried_from_everywhere(north: Household) -> None:
    statuses = []
    for number in range(7):
        visitor = Client(HTTP_HOST=north.council.host, REMOTE_ADDR=f"192.0.2.{number + 1}")
        statuses.append(visitor.post("/join/", {"code": "ABCD-EFGH"}).status_code)
    assert statuses == [422] * 5 + [429] * 2


def test_a_new_letter_ends_the_one_before(north: Household) -> None:
    invited = invite(north, workerId=opaque("Person", north.worker), teamId=team_of(north))
    newer = again(north, "worker", invited["id"])["code"]
    assert not is_in(join(north, invited["invitation"]["code"])[0])
    assert is_in(join(north, newer)[0])


def team_of(house: Household) -> str:
    with scope(house.council):
        return opaque("Team", house.young_person.team)


def test_whoever_was_withdrawn_cannot_sign_in_until_invited_again(north: Household) -> None:
    invited = invite(north, email="wren@example.org", teamId=team_of(north))
    done = do(
        north.manager, north.council, "withdrawInvitation", "... on Invitation { state }", youngPersonId=invited["id"]
    )
    assert done["state"] == "WITHDRAWN"
    assert not wren(north).person.user.is_active
    repeat = do(north.manager, north.council, "withdrawInvitation", "", youngPersonId=invited["id"])
    assert codes(repeat) == [("WRONG_STATE", None)]
    assert is_in(join(north, again(north, "manager", invited["id"])["code"])[0])


def test_to_withdraw_a_code_shuts_nobody_out_who_has_joined(north: Household) -> None:
    young_person = own_id(north)
    again(north, "worker", young_person)
    do(north.worker, north.council, "withdrawInvitation", "", youngPersonId=young_person)
    with scope(north.council):
        assert north.young_person.person.user.is_active


def own_id(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def test_a_code_to_come_back_with(north: Household) -> None:
    assert is_in(join(north, again(north, "owner", own_id(north))["code"])[0])


def test_signing_in_by_e_mail_uses_the_invitation_up(north: Household, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invite(north, channel="EMAIL", email="wren@example.org")
    with scope(north.council):
        person = YoungPerson.objects.get(person__name="Wren").person
    Client(HTTP_HOST=north.council.host).force_login(
        person.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert wren(north).joined_at
    assert not is_in(join(north, code_in(mail.outbox[-1]))[0])


def test_the_code_is_told_once(north: Household) -> None:
    request = "7f0c3a52-1111-4222-8333-444455556666"
    first, repeat = (invite(north, requestId=request) for _time in range(2))
    assert first["id"] == repeat["id"]
    assert first["invitation"]["code"]
    assert (repeat["invitation"] or {}).get("code") is None


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        *((who, "NOT_ALLOWED") for who in ("supervisor", "supporter")),
        *((who, "NOT_FOUND") for who in ("other_owner", "other_worker", "analyst", "admin")),
    ],
)
def test_who_may_not_make_or_end_one(north: Household, who: str, problem: str) -> None:
    assert [code for code, _field in codes(again(north, who, own_id(north)))] == [problem]
    ended = do(north.people[who], north.council, "withdrawInvitation", "", youngPersonId=own_id(north))
    assert [code for code, _field in codes(ended)] == [problem]


def test_another_council_makes_none(north: Household, east: Household) -> None:
    assert codes(again(east, "worker", own_id(north))) == [("NOT_FOUND", "youngPersonId")]


def test_two_at_once_leave_one(in_north: Household) -> None:
    person = in_north.owner
    for _time in range(3):
        make_invitation(person, Invitation.Channel.LETTER, by=in_north.worker)
    assert person.invitations.filter(used_at=None, withdrawn_at=None).count() == 1
