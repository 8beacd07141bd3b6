"""Files that were made to do harm, brought as questionnaires: each is refused in words, and nothing is changed."""

import hashlib
import json
from base64 import b64encode
from copy import deepcopy
from io import BytesIO

import pytest
from PIL import Image

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.exchange.pictures import is_bare
from leavingwell.questionnaires.models import (
    QuestionMedia,
)
from leavingwell.questionnaires.services.media import prepared_picture
from tests.admin.asking import at
from tests.questionnaires.exchange_files import (
    IMPORT,
    MP3,
    changed,
    draft,
    export,
    faults,
    picture_bytes,
    question,
    sealed,
    show_media,
    stored,
    upload,
)


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


@pytest.fixture
def there(east):
    return at(east.council, east.questionnaire_editor)


def national_media():
    """The names of the nation's pictures, which every export holds."""
    with national_scope("look for a test"):
        return set(QuestionMedia.objects.filter(council=None).values_list("name", flat=True))


def of_standard_words(content):
    """As an old version was: no variants, no pictures."""
    for area in content["domains"]:
        for one in area["questions"]:
            one["texts"], one["media"] = ({"standard": one[key]["standard"]} for key in ("texts", "media"))
            one["choices"] = [{**choice, "labels": {}} for choice in one["choices"]]
    return content


def test_a_file_is_needed(client):
    assert faults(client.post(IMPORT, {})) == ["Choose a file first."]
    assert faults(upload(client, b"")) == ["This file is empty."]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no json", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 500_000 + b"]" * 500_000, "too many parts"),
        (b"[" * 100_000 + b"]" * 100_000, "not JSON"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "not JSON"),
        (b"[" + b"0," * 400_000 + b"0]", "too many parts"),
        (b'{"format": NaN}', "not JSON"),
        (b"1" * 10_000, "not JSON"),
        (b"[]", "not a questionnaire"),
        (b"null", "not a questionnaire"),
        (b'{"format": "leavingwell-questionnaire"}', "another version"),
        (b'{"format": "leavingwell-questionnaire", "schema_version": true}', "another version"),
        (b'{"format": "leavingwell-questionnaire", "schema_version": 2}', "another version"),
        (b'{"format": "leavingwell-questionnaire", "schema_version": 1}', "is missing"),
        (b"x" * (30 * 1024 * 1024 + 1), "larger than 30 MB"),
    ],
)
def test_what_is_no_questionnaire_is_refused_in_words(client, data, words):
    found = faults(upload(client, data))
    assert any(words in fault for fault in found), found


def content_of_one(document, **values):
    return {**document, "content": {**document["content"], **values}}


HARM = {
    "wrong hash": (lambda d: {**d, "hash": "0" * 64}, "changed after it was exported"),
    "edited": (lambda d: content_of_one(d, code="other"), "changed after it was exported"),
    "unknown key": (lambda d: {**d, "surprise": 1}, "do not know: surprise"),
    "unknown key deep": (lambda d: changed(d, "HOME-03", onclick="x"), "HOME-03: There is something"),
    "wrong type": (lambda d: changed(d, "HOME-03", level="high"), "HOME-03 › level"),
    "null content": (lambda d: {**d, "content": None}, "not what should stand here"),
    "list for words": (lambda d: changed(d, "HOME-03", texts=[]), "HOME-03 › texts"),
    "level": (lambda d: changed(d, "HOME-03", level=99), "99 cannot be"),
    "answer type": (lambda d: changed(d, "HOME-03", answer_type="MAGIC"), "We do not know “MAGIC”"),
    "other choices": (lambda d: changed(d, "HOME-03", choices=[]), "HOME-03: Its choices are not those"),
    "code": (lambda d: changed(d, "HOME-03", code="<script>"), "We do not know"),
    "twice": (lambda d: changed(d, "HOME-03", code="HOME-02"), "HOME-02 is there twice"),
    "NUL": (lambda d: words(d, {"en": "a\0b"}), "characters that cannot be kept"),
    "half a character": (lambda d: words(d, {"en": "a\ud800"}), None),
    "language": (lambda d: words(d, {"en": "a", "xx": "b"}), "do not know the language “xx”"),
    "too long": (lambda d: words(d, {"en": "x" * 301}), "longer than 300"),
    "condition": (lambda d: changed(d, "HOME-03", show_when={"question": 1}), "HOME-03: Its condition"),
    "tells": (lambda d: changed(d, "HOME-03", tell_a_person=["maybe"]), "HOME-03: It tells a person"),
    "own and core": (lambda d: changed(d, "HOME-01", is_own=True), "HOME-01: A council's own question cannot"),
    "unknown questionnaire": (lambda d: sealed(content_of_one(d, code="other")), "no questionnaire “other” here"),
}


def words(document, texts):
    copy = deepcopy(document)
    question(copy, "HOME-03")["texts"]["standard"]["text"] = texts
    return copy if "\ud800" in json.dumps(texts, ensure_ascii=False) else sealed(copy)


@pytest.mark.parametrize("harm", HARM)
def test_a_file_that_was_made_to_do_harm_is_refused_in_words(client, north, harm):
    make, message = HARM[harm]
    before = draft(north)
    found = faults(upload(client, make(export(client))))
    assert any((message or "characters that cannot be kept") in fault for fault in found), found
    assert draft(north) == before


def test_three_hundred_questions_are_enough(client):
    document = export(client)
    area = document["content"]["domains"][0]
    area["questions"] = [{**area["questions"][0], "code": f"HOME-{number}"} for number in range(299)]
    assert any("more than 300 questions" in fault for fault in faults(upload(client, sealed(document))))


def media_document(client, north, data, ending="webp"):
    """An export whose picture, or recording, is this file, with every hash right."""
    with scope(north.council):
        show_media()
    document = export(client)
    name = f"{hashlib.sha256(data).hexdigest()}.{ending}"
    shown = question(document, "HOME-01")["media"]["easy_read"]
    if ending == "webp":
        document["media"].pop(shown["picture"]["name"])
        shown["picture"]["name"] = name
    else:
        document["media"].pop(shown["recordings"]["en"])
        shown["recordings"]["en"] = name
    document["media"][name] = b64encode(data).decode()
    return sealed(document)


def webp(size=(20, 20), **saved):
    return picture_bytes(size=size, format="WEBP", **saved)


def with_chunk(data, name, payload):
    chunk = name + len(payload).to_bytes(4, "little") + payload
    return data[:4] + (len(data) - 8 + len(chunk)).to_bytes(4, "little") + data[8:] + chunk


BAD_PICTURES = {
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "PNG under another name": picture_bytes(),
    "page at the end": webp() + b"<html><script>alert(1)</script>",
    "hidden piece": with_chunk(webp(), b"EVIL", b"<script>"),
    "where it was taken": with_chunk(webp(), b"EXIF", b"II*\0" + b"\0" * 8),
    "huge": webp(size=(4000, 4000)),
    "cut short": webp(size=(400, 400), quality=100)[:-40],
    "empty": b"",
}


@pytest.mark.parametrize("kind", BAD_PICTURES)
def test_what_is_no_picture_of_ours_is_refused(client, there, north, east, kind):
    before, files = draft(east), stored(east)
    document = media_document(client, north, BAD_PICTURES[kind])
    assert any("is not a picture as we store them" in fault for fault in faults(upload(there, document)))
    assert draft(east) == before
    assert stored(east) == files


def test_a_picture_as_we_store_them_is_bare():
    assert is_bare(prepared_picture(picture_bytes()).data)
    see_through = BytesIO()
    Image.new("RGBA", (9, 9), (1, 2, 3, 4)).save(see_through, "PNG")
    assert is_bare(prepared_picture(see_through.getvalue()).data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><script>alert(1)</script></html>", "We cannot use this recording"),
        (b"OggS" + b"\0" * 60, "not the recording that its name says"),
        (MP3 + b"\0" * (5 * 1024 * 1024), "larger than 5 MB"),
    ],
)
def test_what_is_no_recording_is_refused(client, there, north, data, words):
    found = faults(upload(there, media_document(client, north, data, "mp3")))
    assert any(words in fault for fault in found), found


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda media: {}, "not whole"),
        (lambda media: {**media, f"{'0' * 64}.webp": "AA=="}, "no question shows"),
        (lambda media: dict.fromkeys(media, "AA=="), "its hash is not right"),
        (lambda media: dict.fromkeys(media, "no base64!"), "its hash is not right"),
        (lambda media: {**media, "../../etc/passwd": "AA=="}, "We do not know"),
    ],
)
def test_files_that_are_missing_changed_or_too_many_are_refused(client, there, north, change, words):
    with scope(north.council):
        show_media()
    document = export(client)
    found = faults(upload(there, {**document, "media": change(document["media"])}))
    assert any(words in fault for fault in found), found


def test_what_the_file_says_is_never_run_by_the_page(client, there, north):
    document = changed(
        export(client),
        "HOME-03",
        texts={"standard": {"text": {"en": "<script>alert(1)</script>"}, "help": {}, "prompt": {}}},
    )
    document["origin"]["name"] = "<img src=x onerror=alert(2)>"
    page = upload(there, document).content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page
