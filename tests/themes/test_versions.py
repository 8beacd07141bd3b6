"""Every look that was saved is kept: listed, compared, brought back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme, ThemeVersion
from tests.admin.asking import at, form_in, send, text_of, was_saved
from tests.themes.looks import ADD, VERSIONS, dressed, edit, image, theme_of


@pytest.fixture
def client(north):
    return at(north.council, north.editor)


def versions(household):
    with scope(household.council):
        return list(ThemeVersion.objects.order_by("number"))


def test_each_save_is_kept_with_who_and_when(client, north):
    assert was_saved(send(client, ADD, colour_brand="#2a1a4a"))
    assert was_saved(send(client, edit(north), corners="round", tone_words="warm"))
    first, second = versions(north)
    assert (first.number, second.number) == (1, 2)
    assert first.look["colours"] == {"light": {"brand": "#2a1a4a"}}
    assert (second.look["corners"], second.saved_by_id) == ("round", north.editor.pk)
    with scope(north.council):
        entry = AuditEntry.objects.filter(action="look_saved").latest("at")
    assert entry.changes == {"corners": ["as_shape", "round"], "tone_words": ["", "warm"]}
    page = client.get(VERSIONS).content.decode()
    assert page.count('<svg class="small-look"') == 2
    assert "Version 2 · today's look" in page
    assert north.editor.name in page


def test_a_look_from_before_there_were_versions_is_the_first(client, north):
    with scope(north.council):
        Theme.objects.create(colours={"light": {"brand": "#2a1a4a"}})
    assert was_saved(send(client, edit(north), colour_brand="#123456"))
    first, second = versions(north)
    assert (first.look["colours"]["light"]["brand"], first.saved_by_id) == ("#2a1a4a", None)
    assert second.look["colours"]["light"]["brand"] == "#123456"


def test_an_old_look_is_compared_and_brought_back_as_a_new_version(client, north):
    dressed(north, colours={"light": {"brand": "#2a1a4a"}}, heading_font="Bitter")
    dressed(north, colours={"light": {"brand": "#123456"}}, heading_font="Lexend")
    page = client.get(f"{VERSIONS}1/").content.decode()
    for words in ("Letters of headings", "Bitter", "Lexend", "Brand colour (Light)", "#2a1a4a", "#123456"):
        assert words in page
    client.post(f"{VERSIONS}1/restore/")
    assert theme_of(north).heading_font == "Bitter"
    assert [one.restored_from for one in versions(north)] == [None, None, 1]
    client.post(f"{VERSIONS}1/restore/")
    assert len(versions(north)) == 3  # it is today's look


def test_a_look_whose_picture_is_gone_comes_back_without_it(client, north):
    crest = image(north, 40, 40)
    dressed(north, logo=crest, logo_alternative_text="Our arms")
    dressed(north, logo=None, logo_alternative_text="")
    crest.delete()
    answer = client.post(f"{VERSIONS}1/restore/", follow=True)
    assert "is not there any more" in answer.content.decode()
    assert theme_of(north).logo is None


def test_a_look_that_todays_rules_refuse_stays_old(client, north):
    dressed(north, tone_words="warm")
    with scope(north.council):
        look = {**versions(north)[0].look, "colours": {"light": {"ink": "#fffdf0"}}}
        ThemeVersion.objects.create(number=2, look=look)
    answer = client.post(f"{VERSIONS}2/restore/", follow=True)
    assert "cannot be used as it was" in answer.content.decode()
    assert theme_of(north).colours == {}


def test_who_was_slower_is_told_and_loses_nothing(client, north):
    dressed(north, tone_words="warm")
    form = send(client, edit(north), show_preview="1", tone_words="bold")
    dressed(north, tone_words="quiet")
    refused = client.post(edit(north), form_in(form))
    assert "has saved the look while you had it open" in refused.content.decode()
    assert form_in(refused)["tone_words"] == "bold"
    assert theme_of(north).tone_words == "quiet"
    assert was_saved(client.post(edit(north), form_in(refused)))
    assert theme_of(north).tone_words == "bold"


def test_another_council_sees_and_restores_none_of_it(north, east):
    dressed(north, tone_words="hidden-in-north")
    dressed(north, tone_words="also-hidden")
    stranger = at(east.council, east.editor)
    assert "also-hidden" not in text_of(stranger.get(VERSIONS))
    assert stranger.get(f"{VERSIONS}1/").status_code == 404
    assert stranger.post(f"{VERSIONS}1/restore/").status_code == 404
    dressed(east, tone_words="own")
    dressed(east, tone_words="own two")
    assert stranger.get(f"{VERSIONS}1/").status_code == 200
    assert theme_of(north).tone_words == "also-hidden"


@pytest.mark.parametrize("who", ["translator", "questionnaire_editor", None])
@pytest.mark.parametrize("address", [VERSIONS, f"{VERSIONS}1/", f"{VERSIONS}1/restore/"])
def test_who_may_not_set_the_look_gets_none_of_it(north, who, address):
    dressed(north, tone_words="warm")
    client = at(north.council, north.people[who] if who else None)
    answer = client.post(address) if address.endswith("restore/") else client.get(address)
    assert answer.status_code in (302, 403)
    assert len(versions(north)) == 1


def test_the_list_costs_the_same_for_two_as_for_ten(client, north):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(VERSIONS)
        return len(seen)

    dressed(north, tone_words="one")
    dressed(north, tone_words="two")
    few = cost()
    with scope(north.council):
        look = versions(north)[0].look
        ThemeVersion.objects.bulk_create(
            [ThemeVersion(number=n, look=look, saved_by=north.editor) for n in range(3, 11)]
        )
    assert cost() == few
