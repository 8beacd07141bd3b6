"""Easy read: beside each answer of the national scales stands its picture, which says nothing that the words do not."""

import json
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

import leavingwell.questionnaires
import leavingwell.themes.portal
from leavingwell.themes.portal.words import CHOICE_PICTURES
from tests.portal.pages import Story, fields_of, soup

FRAMEWORK = Path(leavingwell.questionnaires.__file__).parent / "data" / "outcomes.json"
SHEET = Path(leavingwell.themes.portal.__file__).parent / "static" / "portal" / "choices.svg"
YES_OR_NO, HOW_OFTEN = "/questions/HOME-01/", "/questions/HOME-03/"


def pictures(story: Story, address: str) -> list[Any]:
    return soup(story.visit("owner").get(address)).select("label.choice svg.choice-picture")


def read_easily(visitor: Any) -> Any:
    how = "/questions/how/"
    form = soup(visitor.get(how)).select_one("main form")
    assert form
    visitor.post(how, {**fields_of(form), "variant": "EASY_READ"})
    return visitor


def test_every_answer_of_the_two_scales_has_its_picture() -> None:
    scales = json.loads(FRAMEWORK.read_text(encoding="utf-8"))["choices"]
    assert {choice["code"] for name in ("YN", "3PT") for choice in scales[name]} == set(CHOICE_PICTURES)
    drawn = BeautifulSoup(SHEET.read_text(encoding="utf-8"), "html.parser").select("symbol")
    assert {symbol["id"] for symbol in drawn} == set(CHOICE_PICTURES.values())


def test_they_stand_in_easy_read_alone_and_are_not_read_out(story: Story) -> None:
    assert not pictures(story, YES_OR_NO)
    visitor = read_easily(story.visit("owner"))
    for address in (YES_OR_NO, HOW_OFTEN):
        found = soup(visitor.get(address)).select("label.choice svg.choice-picture")
        assert len(found) == 3, address
        assert all(one["aria-hidden"] == "true" for one in found)
        assert all(one.find_parent("label").get_text(strip=True) for one in found)
