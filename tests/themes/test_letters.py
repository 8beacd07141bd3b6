"""E-mails in the council's look: the same words twice, no picture from afar, nothing private in the head."""

import re
from typing import Any

from bs4 import BeautifulSoup
from django.core import mail

from leavingwell.themes.letters import as_html, parts_of, send_letter
from leavingwell.themes.models import Theme
from tests.api import client_of
from tests.factories import Household
from tests.themes.looks import dressed

TEXT = """Hello <b>Sam</b>,

1. Go to https://north.test/accounts/?a=1&b=2.
2. Type in the code.

AB12-CD34

It works once."""


def html_of(letter: Any) -> str:
    ((content, kind),) = letter.alternatives
    assert kind == "text/html"
    return str(content)


def test_the_page_says_what_the_text_says_in_its_parts() -> None:
    kinds = [part.kind for part in parts_of(TEXT, "#000000")]
    assert kinds == ["p", "steps", "code", "p"]
    html = as_html(TEXT, council_name="North & Co", theme=None)
    page = BeautifulSoup(html, "html.parser")
    assert "Hello <b>Sam</b>," in page.get_text()
    assert page.find("b") is None  # what somebody typed is no markup
    assert [link["href"] for link in page.find_all("a")] == ["https://north.test/accounts/?a=1&b=2"]
    assert len(page.find_all("li")) == 2


def test_a_letter_has_the_colours_of_its_council_and_fetches_nothing(north: Household, east: Household) -> None:
    dressed(north, colours={"light": {"brand": "#2a1a4a"}}, body_font="Lexend")
    for household in (north, east):
        send_letter("Look", TEXT, "sam@example.org", household.council)
    ours, theirs = (html_of(letter) for letter in mail.outbox[-2:])
    assert "#2a1a4a" in ours
    assert "Lexend" in ours
    assert north.council.name in ours
    assert "#2a1a4a" not in theirs
    for tag in ("<img", "url(", "<link", "<script", "@import"):
        assert tag not in ours
    assert mail.outbox[-2].body == TEXT


def test_it_has_colours_for_the_night_and_a_direction() -> None:
    from django.utils import translation

    with translation.override("ar"):
        html = as_html("مرحبا", council_name="North", theme=Theme())
    assert '<html lang="ar" dir="rtl">' in html
    assert "prefers-color-scheme: dark" in html


def test_a_code_to_sign_in_comes_in_the_look_too(north: Household) -> None:
    dressed(north, colours={"light": {"brand": "#2a1a4a"}})
    client_of(None, north.council).post("/accounts/login/code/", {"email": north.owner.user.email})
    letter = mail.outbox[-1]
    html = html_of(letter)
    code = re.search(r"^[A-Z0-9-]{5,}$", letter.body, re.MULTILINE)
    assert code
    assert "#2a1a4a" in html
    assert code[0] in html
    assert north.owner.name not in html
    assert "&lt;" not in html
