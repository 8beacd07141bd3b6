"""Rich text that comes in with a file: what is kept is what was read, and nothing else."""

from typing import Any

import pytest
from wagtail.rich_text import features

from leavingwell.content.models import StandardPage
from leavingwell.content.rich_text import FEATURES
from leavingwell.platform.councils.configuration import markup
from leavingwell.platform.councils.configuration.outcome import State
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.running.archive import Archive, Origin
from leavingwell.platform.running.services.moving import bring_in, packed
from tests.admin.asking import at
from tests.factories import Household, make_offer

OURS = '<p data-block-key="a1">Tom &amp; "Jo" &lt;3 it\'s <b>fine</b><br/>x</p><ul><li>a<ol><li>b</li></ol></li></ul>'
WEB = '<a href="https://example.org/?a=1&amp;b=&quot;">w</a>'
LINKS = f'<p>{WEB}<a href="mailto:a@b.example">m</a><a href="#x">h</a><a>n</a></p>'


def file_with(text: str) -> Archive:
    fields = {"title": "A page", "heading_en": "A page", "body_en": text, "live": True}
    return Archive(Origin("x", "X"), "", {"pages": {"standardpage": [{"key": ["a-page"], "fields": fields}]}})


def stored(house: Household, text: str) -> str:
    with scope(house.council):
        bring_in(file_with(text), None, by=house.admin)
        return str(StandardPage.objects.get(slug="a-page").body_en)


@pytest.mark.parametrize("text", [OURS, LINKS])
def test_what_our_editor_writes_is_kept_to_the_letter(north: Household, text: str) -> None:
    assert stored(north, text) == text
    with scope(north.council):
        again = bring_in(packed(), None, by=north.admin)
        assert {one.state for one in again.whole.differences} == {State.SAME}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p>Hi</p><img src=x onerror=alert(1) ", "<p>Hi</p>"),
        ("<p>a<b>b", "<p>a<b>b</b></p>"),
        ("<p>a</b></p></p>", "<p>a</p>"),
        ("<p>1 < 2 &lt;b&gt;</p>", "<p>1 &lt; 2 &lt;b&gt;</p>"),
    ],
)
def test_nothing_is_kept_that_was_not_read(north: Household, given: str, kept: str) -> None:
    found = stored(north, given)
    assert found.startswith(kept)
    assert "<img" not in found


def test_nobody_is_shown_a_mark_that_was_never_closed(north: Household) -> None:
    with scope(north.council):
        make_offer(north.council, "Bus pass", slug="bus-pass", body_en="<p>Hi</p>").save_revision().publish()
        archive = packed()
        archive.parts["pages"]["offerpage"][0]["fields"]["body_en"] = "<p>Free rides</p><img src=x onerror=alert(1) "
        bring_in(archive, None, by=north.admin)
    answer = at(north.council, None).get("/offers/bus-pass/")
    assert "Free rides" in answer.content.decode()
    assert "<img src=x" not in answer.content.decode()


def test_what_stands_here_already_goes_out_without_what_no_file_may_hold(north: Household) -> None:
    stored(north, "<p>Hi</p>")
    with scope(north.council):
        hostile = '<p onclick="x">Hi <a id="²" linktype="page">a</a></p><embed embedtype="image" id="7" alt=""/>'
        StandardPage.objects.filter(slug="a-page").update(body_en=hostile)
        rows = packed().parts["pages"]["standardpage"]
    assert next(row for row in rows if row["key"] == ["a-page"])["fields"]["body_en"] == "<p>Hi <a>a</a></p>"


def test_what_the_editor_can_write_is_what_can_come_in() -> None:
    def tags(feature: Any) -> set[str]:
        return {
            rule.partition("[")[0]
            for rule in features.get_converter_rule("contentstate", feature)["from_database_format"]
        }

    assert {"p", "br"}.union(*map(tags, FEATURES)) == markup.TAGS
