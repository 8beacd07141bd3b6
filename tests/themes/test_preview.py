"""The look on four pages before it is saved, and the buttons that show it again or mend a colour."""

import re

import pytest

from leavingwell.themes.contrast import ratio
from leavingwell.themes.palettes import complete
from tests.admin.asking import at, errors_in, form_in, send, was_saved
from tests.themes.looks import ADD, LOOK, dressed, edit, pages_in, theme_of

PAGES = ["First page", "A question", "Cover of a plan on paper", "E-mail"]


@pytest.fixture
def client(north):
    return at(north.council, north.editor)


def test_four_pages_stand_side_by_side_in_the_look_of_the_form_and_nothing_is_saved(client, north):
    answer = send(client, ADD, show_preview="1", colour_brand="#2a1a4a", heading_font="Bitter", corners="square")
    pages = pages_in(answer)
    assert list(pages) == PAGES
    assert all("#2a1a4a" in page for page in pages.values())
    assert '--font-head: "Bitter"' in pages["First page"]
    assert "--r-m: 0px" in pages["A question"]
    assert "--corner: 0pt" in pages["Cover of a plan on paper"]
    assert all(north.council.name in pages[page] for page in (PAGES[0], PAGES[2], PAGES[3]))
    assert form_in(answer)["colour_brand"] == "#2a1a4a"
    assert theme_of(north) is None


def test_the_pages_are_of_nobody_and_lead_nowhere(client, north):
    for title, page in pages_in(client.get(ADD)).items():
        assert north.owner.name not in page
        assert north.editor.name not in page
        assert "<a " not in page or "href=" not in page.split("<a ", 1)[1].split(">")[0], title


@pytest.mark.parametrize("mode", ["dark", "contrast", "contrast_dark"])
def test_each_set_of_colours_can_be_looked_at(client, mode):
    answer = send(client, ADD, show_preview="1", preview_mode=mode, preview_width="desktop")
    home = pages_in(answer)["First page"]
    media = "(min-width: 0) and (min-width: 0)" if mode == "contrast_dark" else "(min-width: 0)"
    (block,) = [line for line in home.splitlines() if line.startswith(f"@media {media} {{") and "--page-bg" in line][
        -1:
    ]
    assert f"--page-bg: {complete({})[mode]['page-bg']};" in block
    assert f"/preview/{mode}/base.css" in home
    assert "look-board__page--desktop" in answer.content.decode()


def test_the_portals_sheets_are_those_of_the_mode(client):
    day, night = (client.get(f"{LOOK}preview/{mode}/tokens.css").content.decode() for mode in ("light", "dark"))
    assert "color-scheme: light;" in day
    assert "color-scheme: dark;" in night
    assert client.get(f"{LOOK}preview/night/tokens.css").status_code == 404
    assert client.get(f"{LOOK}preview/dark/nothing.css").status_code == 404


def test_a_script_gets_the_pages_the_troubles_and_the_derived_colours(client, north):
    given = {**form_in(client.get(ADD)), "show_preview": "1", "colour_brand_ink": "#3a5a7a"}
    found = client.post(ADD, given, headers={"X-Look-Preview": "1"}).json()
    assert list(pages_in(found["board"])) == PAGES
    (trouble,) = found["troubles"]
    assert (trouble["field"], trouble["colour"]) == ("colour_brand_ink", "#879aae")
    assert found["derived"]["dark_colour_accent"] == complete({})["dark"]["accent"]
    assert theme_of(north) is None


def test_the_button_beside_a_failing_colour_takes_over_the_nearest_that_passes(client, north):
    refused = send(client, ADD, colour_brand_ink="#3a5a7a")
    assert 'name="mend" value="colour_brand_ink=#879aae"' in refused.content.decode()
    mended = client.post(ADD, {**form_in(refused), "mend": "colour_brand_ink=#879aae"})
    assert form_in(mended)["colour_brand_ink"] == "#879aae"
    assert errors_in(mended) == []
    assert theme_of(north) is None
    assert was_saved(client.post(ADD, form_in(mended)))
    assert theme_of(north).colours["light"] == {"brand-ink": "#879aae"}


@pytest.mark.parametrize("mend", ["", "=", "colour_brand", "csrfmiddlewaretoken=#fff", "colour_ink=red;}", "x" * 5000])
def test_a_forged_button_is_a_form_again(client, north, mend):
    answer = send(client, ADD, mend=mend)
    assert answer.status_code == 200
    assert theme_of(north) is None


def test_a_colour_set_by_hand_in_a_derived_set_has_to_pass(client, north):
    refused = send(client, ADD, dark_colour_link="#223344")
    (error,) = errors_in(refused)
    assert error.startswith("Too close to “Page background”")
    nearest = error.split("passes is ")[1].removesuffix(".")
    assert f'value="dark_colour_link={nearest}"' in refused.content.decode()
    assert was_saved(send(client, ADD, dark_colour_link=nearest))
    assert theme_of(north).colours["dark"] == {"link": nearest}
    assert ratio(nearest, theme_of(north).complete_colours["dark"]["page-bg"]) >= 4.5


def test_a_colour_of_a_derived_set_is_given_back_by_emptying_its_field(client, north):
    dressed(north, colours={"dark": {"accent": "#99ddcc"}})
    assert form_in(client.get(edit(north)))["dark_colour_accent"] == "#99ddcc"
    assert was_saved(send(client, edit(north), dark_colour_accent=""))
    assert theme_of(north).colours == {"light": {}}


def test_the_words_under_a_font_say_what_draws_the_councils_languages(client):
    answer = send(client, ADD, show_preview="1", body_font="Lexend").content.decode()
    assert "Lexend draws English. It has not every letter of Arabic: Noto Sans Arabic draws that." in answer
    refused = send(client, ADD, body_font="Papyrus")
    assert errors_in(refused)


def test_another_councils_look_cannot_be_previewed_and_a_visitor_sees_none(client, north, east):
    dressed(east, colours={"light": {"brand": "#3b0a2a"}})
    assert client.post(edit(east), {"show_preview": "1"}).status_code in (302, 404)
    for person in (north.people["translator"], north.worker, north.owner, None):
        answer = at(north.council, person).post(ADD, {"show_preview": "1"})
        assert answer.status_code in (302, 403), person


def test_each_field_stands_once_in_the_form(client):
    names = re.findall(r'<(?:input|select|textarea)[^>]*? name="([a-z0-9_]+)"', client.get(ADD).content.decode())
    once = [name for name in names if name.startswith(("colour_", "dark_", "contrast_", "seen", "body_", "tone_"))]
    assert len(once) > 4 * 14
    assert sorted(set(once)) == sorted(once)
    assert names.count("preview_mode") == 4
