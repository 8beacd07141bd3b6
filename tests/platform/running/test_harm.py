"""Files that somebody made to do harm, or that are simply wrong: refused, with words, and nothing is changed."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.problems import Problems
from leavingwell.platform.running import reading
from leavingwell.platform.running.archive import Archive, Origin, written
from leavingwell.platform.running.reading import read
from leavingwell.platform.running.services.moving import preview

Entries = dict[str, bytes]
GOOD = Archive(Origin("northmoor", "Northmoor"), "2026-11-22T10:00:00+00:00", {"languages": {}})


def entries_of(archive: Archive = GOOD) -> Entries:
    with zipfile.ZipFile(BytesIO(written(archive))) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(entries: Entries) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return out.getvalue()


def with_manifest(**changes: Any) -> bytes:
    return zipped({**entries_of(), "manifest.json": json.dumps({**GOOD.manifest, **changes}).encode()})


def with_entry(name: str, data: bytes) -> bytes:
    return zipped({**entries_of(), name: data})


def twice() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("manifest.json", json.dumps(GOOD.manifest))
        with pytest.warns(UserWarning, match="Duplicate name"):
            file.writestr("manifest.json", json.dumps(GOOD.manifest))
    return out.getvalue()


def locked() -> bytes:
    data = bytearray(zipped(entries_of()))
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1
    return bytes(data)


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "no zip": (lambda: b"hello", "not a configuration"),
    "empty": (lambda: b"", "not a configuration"),
    "cut off": (lambda: zipped(entries_of())[:-30], "not a configuration"),
    "another zip": (lambda: zipped({"parts/look.json": b"{}"}), "not a configuration"),
    "another format": (lambda: with_manifest(format="something-else"), "not a configuration"),
    "newer": (lambda: with_manifest(version=2), "newer version"),
    "version of another kind": (lambda: with_manifest(version="1"), "newer version"),
    "council of another kind": (lambda: with_manifest(council=17), "not a configuration"),
    "a path that climbs": (lambda: with_entry("../../etc/passwd", b"x"), "does not belong"),
    "a path from the root": (lambda: with_entry("/etc/passwd", b"x"), "does not belong"),
    "a path that climbs by media": (lambda: with_entry("media/../../x", b"x"), "does not belong"),
    "a drive": (lambda: with_entry("C:\\x.json", b"x"), "does not belong"),
    "twice": (twice, "twice"),
    "locked": (locked, "password"),
    "no JSON": (lambda: with_entry("parts/look.json", b"{"), "not JSON"),
    "not a number": (lambda: with_entry("parts/look.json", b'{"a": NaN}'), "not JSON"),
    "very deep": (lambda: with_entry("parts/look.json", b"[" * 90_000 + b"]" * 90_000), "not JSON"),
    "a NUL": (lambda: with_entry("parts/look.json", b'{"a": "\\u0000"}'), "cannot be kept"),
    "half a character": (lambda: with_entry("parts/look.json", b'["\\ud800"]'), "cannot be kept"),
    "another file": (lambda: with_entry(f"media/{'0' * 64}.png", b"x"), "hash"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_file_is_refused_with_words(what: str) -> None:
    make, words = WRONG[what]
    with pytest.raises(Problems) as refused:
        read(make())
    assert words in str(refused.value.problems[0].message)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_UNPACKED", 100_000)
    bomb = with_entry("parts/look.json", b" " * 5_000_000)
    assert len(bomb) < 20_000
    with pytest.raises(Problems, match="TOO_LARGE"):
        read(bomb)
    lying = bomb.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(Problems):
        read(lying)


def page(**fields: Any) -> dict[str, Any]:
    return {"pages": {"standardpage": [{"key": ["a-page"], "fields": {"title": "A", "heading_en": "A", **fields}}]}}


def term(**fields: Any) -> dict[str, Any]:
    row = {"key": ["Word"], "fields": {"term_en": "Word", "meaning_en": "Meaning", **fields}}
    return {"words": {"glossaryterm": [row]}}


def area(code: str, *more: str) -> dict[str, Any]:
    return {"key": [code, *more], "fields": {"code": "old-town", "name_en": "Old town", "order": 1}}


def directory(topics: Any) -> dict[str, Any]:
    fields = {"name": "County", "address": "https://directory.example/api", "topics": topics}
    return {"words": {"directoryfeed": [{"key": ["County"], "fields": fields}]}}


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
DRAWING = f"{hashlib.sha256(SVG).hexdigest()}.svg"
HARM: dict[str, dict[str, Any]] = {
    "a script": page(body_en="<p>Hi</p><script>alert(1)</script>"),
    "a drawing in the text": page(body_en='<svg onload="alert(1)"></svg>'),
    "a picture that calls": page(body_en='<p onclick="alert(1)">Hi</p>'),
    "a link that runs": page(body_en='<p><a href="javascript:alert(1)">Hi</a></p>'),
    "a hidden link that runs": page(body_en='<p><a href="java\tscript:alert(1)">Hi</a></p>'),
    "a link that is a picture too": page(body_en='<p><a embedtype="x" linktype="page" id="77">x</a></p>'),
    "a picture that is a link too": page(
        body_en='<embed linktype="x" embedtype="image" id="77" format="left" alt=""/>'
    ),
    "a picture": page(body_en='<embed embedtype="image" id="77" format="left" alt=""/>'),
    "a picture without a shape": page(body_en='<embed embedtype="image" id="77" alt=""/>'),
    "a kind of link twice": page(body_en='<p><a linktype="x" linktype="page" id="77">x</a></p>'),
    "a number twice": page(body_en='<p><a linktype="page" id="council:get-help" id="77">x</a></p>'),
    "an unknown kind of link": page(body_en='<p><a linktype="user" id="77">x</a></p>'),
    "a link by number": page(body_en='<p><a linktype="page" id="77">x</a></p>'),
    "a link with a number alone": page(body_en='<p><a id="abc">x</a></p>'),
    "a link in capitals": page(body_en='<p><A LINKTYPE="page" ID="77">x</A></p>'),
    "a link without marks": page(body_en="<p><a linktype=page id=77>x</a></p>"),
    "a style": page(body_en='<p style="position:fixed">Hi</p>'),
    "the end of what surrounds it": page(body_en="<p>Hi</p></div></main>"),
    "very deep in itself": page(body_en="<b>" * 5000),
    "a comment": page(body_en="<!--[if IE]>x<![endif]-->"),
    "another council's number": page(council_id=2),
    "an owner": page(owner=1),
    "a path of pages": page(path="00010001"),
    "a council": term(council={"of": "councils.council", "whose": "council", "key": ["eastmarsh"]}),
    "a number for a text": term(meaning_en=17),
    "a list for a text": term(meaning_en=["x"]),
    "a list for words by name": term(national_words=[1]),
    "words by name that are none": term(national_words={"term_en": 1}),
    "a list for topics": directory([1]),
    "topics that are no texts": directory({"42": ["home"]}),
    "a text for topics": directory("home"),
    "a number among codes": {
        "pages": {"offerpage": [{"key": ["offers", "x"], "fields": {"title": "X", "areas": [1]}}]}
    },
    "two areas with the same code": {"words": {"area": [area("old-town"), area("old-town", "#2")]}},
    "an area under another name": {"words": {"area": [area("new-town")]}},
    "an area with more of a name": {"words": {"area": [area("old-town", "x")]}},
    "a number for a row": page(replaces=3),
    "a row of another kind": page(replaces={"of": "people.person", "whose": "council", "key": ["x"]}),
    "a row named by a number": page(replaces={"of": "wagtailcore.page", "whose": "council", "key": [3]}),
    "no list": {"words": {"glossaryterm": {"a": 1}}},
    "an unknown table": {"words": {"person": []}},
    "an unknown part": {"people": {}},
    "a row twice": {"words": {"glossaryterm": term()["words"]["glossaryterm"] * 2}},
    "an unknown language": {"languages": {"languages": ["en", "xx"], "default": "en"}},
    "no questions": {"questions": {"outcomes": {"format": "x"}}},
    "a drawing as the logo": {"look": {"theme": [{"key": [], "fields": {"logo": DRAWING}}]}},
    "a picture that is not there": {"look": {"theme": [{"key": [], "fields": {"logo": "0.png"}}]}},
    "a picture by number": {"look": {"theme": [{"key": [], "fields": {"logo": 1}}]}},
}


@pytest.mark.parametrize("what", HARM)
def test_what_could_do_harm_is_refused_with_words(
    what: str, councils: tuple[Council, Council], framework: None
) -> None:
    about = {DRAWING: {"kind": "picture", "title": "x", "filename": "x.svg", "description": "x", "focus": [None] * 4}}
    archive = Archive(GOOD.origin, GOOD.exported_at, HARM[what], about, {DRAWING: SVG})
    with scope(councils[0]), pytest.raises(Problems) as refused:
        preview(read(written(archive)), by=None)
    assert all(str(problem.message) for problem in refused.value.problems)


@pytest.mark.parametrize(
    "fields",
    [{"colours": {"light": {"brand": "red;}"}}}, {"colours": {"light": {"ink": "#ffffff"}}}, {"shape": "wavy"}],
)
def test_a_look_that_nobody_could_read_is_left_out(fields: dict[str, Any], councils: tuple[Council, Council]) -> None:
    archive = Archive(GOOD.origin, GOOD.exported_at, {"look": {"theme": [{"key": [], "fields": fields}]}})
    with scope(councils[0]):
        plan = preview(archive, by=None)
    assert len(plan.whole.left_out) == 1
    assert plan.whole.changes == []
