"""The look in the format of the Design Tokens Community Group: valid, per council, cacheable."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from leavingwell.platform.councils.scope import scope
from leavingwell.themes.design_tokens import design_tokens
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MODES
from tests.api import ask, client_of
from tests.factories import Household
from tests.themes.looks import dressed

SHARE = {"type": "number", "minimum": 0, "maximum": 1}
UNIT = {"type": "object", "required": ["value", "unit"], "additionalProperties": False,
        "properties": {"value": {"type": "number"}, "unit": {"enum": ["px", "rem"]}}}  # fmt: skip
COLOUR = {
    "type": "object",
    "required": ["colorSpace", "components"],
    "additionalProperties": False,
    "properties": {
        "colorSpace": {"const": "srgb"},
        "components": {"type": "array", "minItems": 3, "maxItems": 3, "items": SHARE},
        "alpha": SHARE,
        "hex": {"type": "string", "pattern": "^#[0-9a-f]{6}$"},
    },
}  # fmt: skip
VALUES: dict[str, Any] = {
    "color": COLOUR,
    "dimension": UNIT,
    "fontFamily": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "fontWeight": {"type": "integer", "minimum": 1, "maximum": 1000},
    "number": {"type": "number"},
}
ABOUT = {"$type", "$description", "$extensions", "$deprecated", "$schema", "$value"}


def tokens_in(group: dict[str, Any], kind: str = "", place: str = "") -> list[tuple[str, str, Any]]:
    """Each token as its path, its type (its own or that of a group above) and its value."""
    kind = group.get("$type", kind)
    if "$value" in group:
        assert set(group) <= ABOUT, place
        return [(place, kind, group["$value"])]
    inner = {name: value for name, value in group.items() if not name.startswith("$")}
    assert {name for name in group if name.startswith("$")} <= ABOUT
    assert not [name for name in inner if set(name) & set("{}.")], place
    return [one for name, value in inner.items() for one in tokens_in(value, kind, f"{place}.{name}".lstrip("."))]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fields", [{}, {"shape": "printed", "voice": "poster", "corners": "very_round"}])
def test_each_mode_is_a_valid_document(mode: str, fields: dict[str, str]) -> None:
    found = tokens_in(design_tokens(Theme(**fields), mode))
    for place, kind, value in found:
        assert not list(Draft202012Validator(VALUES[kind]).iter_errors(value)), place
    assert {kind for _place, kind, _value in found} == set(VALUES)


def test_the_modes_have_the_same_names_and_other_colours() -> None:
    documents = [tokens_in(design_tokens(None, mode)) for mode in MODES]
    assert len({tuple(place for place, _kind, _value in one) for one in documents}) == 1
    inks = [next(value["hex"] for place, _kind, value in one if place == "color.ink") for one in documents]
    assert len(set(inks)) == len(MODES)


def test_each_council_has_its_own_at_its_own_address(north: Household, east: Household) -> None:
    dressed(north, colours={"light": {"accent": "#0b5d62"}}, heading_font="Lexend", tone_words="warm, straight")
    own, other = (client_of(None, one.council).get("/theme/tokens.json") for one in (north, east))
    assert own.json()["color"]["accent"]["$value"]["hex"] == "#0b5d62"
    assert own.json()["font"]["family"]["heading"]["$value"][0] == "Lexend"
    assert other.json()["color"]["accent"]["$value"]["hex"] == "#1d4f7c"
    assert own["Access-Control-Allow-Origin"] == "*"


def test_it_is_asked_for_again_only_when_it_changed(north: Household) -> None:
    client = client_of(None, north.council)
    first = client.get("/theme/tokens.dark.json")
    assert set(first["Cache-Control"].split(", ")) == {"public", "max-age=300"}
    assert client.get("/theme/tokens.dark.json", HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    dressed(north, colours={"light": {"accent": "#0b5d62"}})
    again = client.get("/theme/tokens.dark.json", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again["ETag"] != first["ETag"]) == (200, True)


@pytest.mark.parametrize("mode", ["night", "contrast_dark ", "x" * 500, "../../etc"])
def test_a_mode_that_there_is_none_of_is_not_found(north: Household, mode: str) -> None:
    assert client_of(None, north.council).get(f"/theme/tokens.{mode}.json").status_code == 404


def test_nothing_is_sent_to_it(north: Household) -> None:
    assert client_of(None, north.council).post("/theme/tokens.json").status_code == 405


def test_the_api_tells_the_same(north: Household) -> None:
    dressed(north, tone_words="warm, straight, patient")
    query = "{ theme { toneWords designTokens(mode: CONTRAST_DARK) icons { url } headerImage { url } } }"
    found = ask(None, north.council, query)["data"]["theme"]
    with scope(north.council):
        assert found["designTokens"] == design_tokens(Theme.objects.get(), "contrast_dark")
    assert found["toneWords"] == ["warm", "straight", "patient"]
    assert (found["icons"], found["headerImage"]) == ([], None)
