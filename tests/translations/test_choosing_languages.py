"""A council chooses the languages of its portal in the admin."""

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.translations.services.choosing import choose_languages
from tests.admin.asking import at, errors_in, text_of, was_saved
from tests.api import ask

LANGUAGES = "/admin/languages/"
OFFERED = "{ council { languages { code } } }"


def offered(council):
    return [language["code"] for language in ask(None, council, OFFERED)["data"]["council"]["languages"]]


def choose(client, codes, default="en"):
    return client.post(LANGUAGES, {"languages": codes, "default": default})


def test_what_is_chosen_is_what_the_portal_offers_and_nobody_elses(north, east):
    client, theirs = at(north.council, north.editor), offered(east.council)
    assert was_saved(choose(client, ["pl", "ar"], "pl"))
    assert offered(north.council) == ["en", "ar", "pl"]  # what was there first, then what is new
    assert Council.objects.get(pk=north.council.pk).default_language == "pl"
    assert offered(east.council) == theirs


def test_choosing_is_on_record(north):
    choose(at(north.council, north.editor), ["pl"])
    with scope(north.council):
        entry = AuditEntry.objects.get(action="council.languages_chosen")
    assert entry.actor_id == north.editor.pk
    assert entry.changes == {"languages": [["en", "ar"], ["en", "pl"]]}


@pytest.mark.parametrize(("codes", "default"), [(["xx"], "en"), (["ar"], "pl"), (["ar"], "\0"), (["ar"], "")])
def test_a_choice_that_cannot_be_is_refused_beside_the_field(north, codes, default):
    answer = choose(at(north.council, north.editor), codes, default)
    assert answer.status_code == 200
    assert errors_in(answer)
    assert offered(north.council) == ["en", "ar"]


def test_english_stays_even_when_nothing_is_chosen(north):
    assert was_saved(choose(at(north.council, north.editor), []))
    assert offered(north.council) == ["en"]


@pytest.mark.parametrize("role", ["translator", "questionnaire_editor", "worker", "owner"])
def test_who_may_not_choose_is_offered_nothing(north, role):
    client = at(north.council, north.people[role])
    assert choose(client, ["pl"]).status_code in (302, 403)
    assert "/admin/languages/" not in text_of(client.get("/admin/"))
    assert offered(north.council) == ["en", "ar"]


def test_a_stranger_chooses_nothing(north, east):
    choose(at(north.council, east.admin), ["pl"])
    choose(at(north.council, None), ["pl"])
    assert offered(north.council) == ["en", "ar"]


def test_the_service_refuses_what_the_register_does_not_hold(north):
    with scope(north.council), pytest.raises(Problems):
        choose_languages(north.council, ["tlh"], "en", by=None)
