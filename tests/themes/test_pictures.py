"""The small sign, the header picture and the space round the logo."""

import re
from io import BytesIO
from itertools import count
from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from PIL import Image as Picture
from wagtail.images.models import Image

from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme, ThemeIcon
from leavingwell.themes.tokens import stylesheet, tokens_of
from tests.admin.asking import at, errors_in, send, was_saved
from tests.api import ask, client_of
from tests.factories import Household
from tests.themes.looks import ADD, dressed, image

SIZES = {"icon-32.png": 32, "icon-180.png": 180, "icon-192.png": 192, "icon-512.png": 512}


def page(household: Household) -> str:
    return client_of(None, household.council).get("/accounts/login/").content.decode()


def test_every_size_is_made_from_one_square_picture(north: Household) -> None:
    dressed(north, favicon=image(north, 300, 300))
    client = client_of(None, north.council)
    for name, side in SIZES.items():
        answer = client.get(f"/theme/icons/{name}")
        assert answer["Content-Type"] == "image/png"
        assert Picture.open(BytesIO(answer.content)).size == (side, side)
    ico = Picture.open(BytesIO(client.get("/favicon.ico").content))
    assert ico.format == "ICO"
    assert {(16, 16), (32, 32), (48, 48)} <= set(ico.info["sizes"])


def test_the_portal_and_the_manifest_name_them_and_they_are_kept(north: Household) -> None:
    dressed(north, favicon=image(north, 300, 300), colours={"light": {"brand": "#2a1a4a"}})
    address = re.search(r'href="(/theme/icons/icon-32.png\?v=\w+)"', page(north))
    assert address
    client = client_of(None, north.council)
    assert "max-age=31536000" in client.get(address[1])["Cache-Control"]
    assert "max-age=300" in client.get("/theme/icons/icon-32.png")["Cache-Control"]
    found = client.get("/site.webmanifest").json()
    assert (found["theme_color"], found["name"]) == ("#2a1a4a", f"Leaving Well · {north.council.name}")
    assert {one["sizes"] for one in found["icons"]} == {"32x32", "180x180", "192x192", "512x512"}


def test_a_council_without_one_has_its_letter_and_never_the_others(north: Household, east: Household) -> None:
    dressed(north, favicon=image(north, 300, 300))
    client = client_of(None, east.council)
    assert client.get("/theme/icons/icon-32.png").status_code == 404
    assert client.get("/favicon.ico")["Location"] == "/theme/icons/letter.svg"
    assert "/theme/icons/icon-" not in page(east)
    assert "/theme/icons/letter.svg" in page(east)


def test_the_letter_is_drawn_in_the_councils_colours_in_every_size_that_a_phone_needs(north: Household) -> None:
    dressed(north, colours={"light": {"brand": "#2a1a4a"}})
    client = client_of(None, north.council)
    found = client.get("/site.webmanifest").json()
    assert (found["id"], found["scope"], found["start_url"]) == ("/", "/", "/")
    assert {(one["sizes"], one["purpose"]) for one in found["icons"]} >= {("192x192", "any"), ("512x512", "maskable")}
    for one in found["icons"]:
        answer = client.get(one["src"])
        assert answer["Content-Type"] == one["type"]
        assert "max-age=31536000" in answer["Cache-Control"]
        if one["type"] == "image/png":
            picture = Picture.open(BytesIO(answer.content)).convert("RGB")
            assert picture.size == tuple(map(int, one["sizes"].split("x")))
            assert picture.getpixel((1, 1)) == (0x2A, 0x1A, 0x4A)
            assert len(picture.getcolors() or ()) > 2  # a letter stands on it
        else:
            assert b"#2a1a4a" in answer.content
            assert b'<path d="M' in answer.content
    assert 'name="theme-color" content="#2a1a4a"' in page(north)


@pytest.mark.parametrize("name", ["%00", "icon-1.png", "%F0%9F%98%80", "a" * 500])
def test_a_name_that_there_is_none_of(north: Household, name: str) -> None:
    dressed(north, favicon=image(north, 300, 300))
    assert client_of(None, north.council).get(f"/theme/icons/{name}").status_code == 404


def test_another_picture_takes_the_place_of_the_first_and_none_takes_it_away(north: Household) -> None:
    dressed(north, favicon=image(north, 300, 300))
    first = client_of(None, north.council).get("/theme/icons/icon-32.png").content
    dressed(north, favicon=image(north, 300, 300, "crimson"))
    assert client_of(None, north.council).get("/theme/icons/icon-32.png").content != first
    dressed(north, favicon=None)
    with scope(north.council):
        assert not ThemeIcon.objects.exists()


@pytest.mark.parametrize(
    ("field", "size", "words"),
    [
        ("favicon", (300, 200), "Choose a square picture."),
        ("favicon", (64, 64), "or it is a blur on phones."),
        ("header_image", (600, 200), "Choose a wide picture, 1200 pixels or more."),
        ("header_image", (1400, 1400), "Choose a wide picture, 1200 pixels or more."),
    ],
)
def test_a_picture_of_the_wrong_size_is_refused_in_words(
    north: Household, field: str, size: tuple[int, int], words: str
) -> None:
    chosen = image(north, *size)
    answer = send(at(north.council, north.editor), ADD, **{field: chosen.pk, "header_is_decoration": "on"})
    assert any(words in error for error in errors_in(answer)), errors_in(answer)


def test_a_header_picture_is_described_or_said_to_be_decoration(north: Household) -> None:
    client, wide = at(north.council, north.editor), image(north, 1400, 400)
    refused = send(client, ADD, header_image=wide.pk)
    assert any("Say what the picture shows" in error for error in errors_in(refused))
    assert was_saved(send(client, ADD, header_image=wide.pk, header_alternative_text="The harbour at dusk"))
    query = "{ theme { headerImage { url alternativeText width height } } }"
    found = ask(None, north.council, query)["data"]["theme"]["headerImage"]
    assert (found["alternativeText"], found["width"], found["height"]) == ("The harbour at dusk", 1400, 312)
    shown = client_of(None, north.council).get("/accounts/login/code/").content.decode()
    assert 'alt="The harbour at dusk"' in shown
    assert client_of(None, north.council).get(found["url"]).status_code == 200


def test_the_others_picture_cannot_be_put_in_a_look(north: Household, east: Household) -> None:
    theirs = image(east, 300, 300)
    answer = send(at(north.council, north.editor), ADD, favicon=theirs.pk)
    assert any("not your council's" in error for error in errors_in(answer))
    assert theirs.title not in answer.content.decode()
    assert was_saved(send(at(north.council, north.editor), ADD, favicon=image(north, 300, 300).pk))


def test_the_space_round_the_logo_reaches_the_stylesheet_and_the_api(north: Household) -> None:
    theme = dressed(north, logo=image(north, 40, 40), logo_alternative_text="Arms", logo_clear_space="0.50")
    assert "--logo-clear: 0.5;" in stylesheet(tokens_of(theme))
    query = "{ theme { logo { clearSpace } designTokens } }"
    found: dict[str, Any] = ask(None, north.council, query)["data"]["theme"]
    assert found["logo"]["clearSpace"] == found["designTokens"]["logo"]["clear-space"]["$value"] == 0.5


def test_the_logo_is_served_no_larger_than_it_is_shown(north: Household) -> None:
    dressed(north, logo=image(north, 2000, 1000), logo_alternative_text="Arms")
    found: dict[str, Any] = ask(None, north.council, "{ theme { logo { url } } }")["data"]["theme"]
    answer = client_of(None, north.council).get(found["logo"]["url"])
    assert Picture.open(BytesIO(b"".join(answer))).size == (320, 160)


def test_the_logo_is_looked_up_once_and_another_one_shows_at_once(north: Household, east: Household) -> None:
    theme = dressed(north, logo=image(north, 40, 40), logo_alternative_text="Arms")
    query = "{ theme { logo { url } } }"
    before = ask(None, north.council, query)["data"]["theme"]["logo"]["url"]
    with patch.object(Image, "get_rendition", side_effect=AssertionError):
        assert ask(None, north.council, query)["data"]["theme"]["logo"]["url"] == before
        assert ask(None, east.council, query)["data"]["theme"]["logo"] is None
    with scope(north.council):
        theme.logo = image(north, 60, 60)
        theme.save()
    assert ask(None, north.council, query)["data"]["theme"]["logo"]["url"] != before


@pytest.mark.parametrize("words", ["a, b, c, d, e, f, g", "x" * 31])
def test_tone_is_a_few_short_words(in_north: Household, words: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Theme(tone_words=words).save()
    assert "tone_words" in caught.value.message_dict


def test_addresses_that_run_out_are_made_anew(north: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store outside signs each address for an hour: none may be remembered."""
    pictures = {"logo": image(north, 40, 40), "header_image": image(north, 1600, 400)}
    dressed(north, **pictures, logo_alternative_text="Arms", header_alternative_text="The harbour")
    signs = count()
    monkeypatch.setattr(FileSystemStorage, "url", lambda _store, name: f"/media/{name}?until={next(signs)}")
    query = "{ theme { logo { url } headerImage { url } } }"
    first, second = (ask(None, north.council, query)["data"]["theme"] for _time in range(2))
    for picture in ("logo", "headerImage"):
        assert first[picture]["url"].split("?")[0] == second[picture]["url"].split("?")[0]
        assert first[picture] != second[picture]
