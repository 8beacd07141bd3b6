"""Pictures and recordings of questions: put in, checked, served and taken away."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from leavingwell.platform.councils.scope import ScopeViolation, national_scope, scope
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.media import address_of
from leavingwell.questionnaires.models import Indicator, QuestionMedia, Questionnaire, Recording, Wording
from leavingwell.questionnaires.services.media import LARGEST_RECORDING, keep, prepared_picture, prepared_recording
from tests.admin.asking import at, errors_in, send, was_saved
from tests.api import client_of

MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x00" + bytes(2000)
OGG = b"OggS\x00\x02" + bytes(500)
M4A = b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00" + bytes(500)


@pytest.fixture(autouse=True)
def _own_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def client(north):
    return at(north.council, north.questionnaire_editor)


def picture(size=(60, 40), kind="PNG", **more):
    data = BytesIO()
    Image.new("RGB", size, "navy").save(data, kind, **more)
    return data.getvalue()


def with_place():
    """A photograph that tells where it was taken, lying on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of Somebody"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    return picture((300, 200), "JPEG", exif=exif)


def file(data, name="file"):
    return SimpleUploadedFile(name, data)


def reword_address(code="HOME-01"):
    with national_scope("look for a test"):
        wording = Wording.objects.get(council=None, indicator__code=code, variant="standard")
    return reverse("wagtailsnippets_questionnaires_wording:reword", args=[wording.pk])


def own(north):
    with scope(north.council):
        return Wording.objects.select_related("picture").filter(council=north.council).first()


def edit_address(north):
    return reverse("wagtailsnippets_questionnaires_wording:edit", args=[own(north).pk])


def kept(council, data=MP3):
    with scope(council):
        return keep(prepared_recording(data))


def words(**more):
    return {"text_en": "Safe bed?", "text_ar": "", **more}


def test_a_picture_is_kept_small_the_right_way_up_and_without_what_the_camera_knew(client, north):
    answer = send(client, reword_address(), **words(picture_file=file(with_place()), picture_text_en="A bed"))
    assert was_saved(answer)
    stored = own(north).picture
    assert (stored.width, stored.height, stored.media_type) == (200, 300, "image/webp")
    data = stored.read()
    found = Image.open(BytesIO(data))
    assert found.format == "WEBP"
    assert not found.getexif()
    assert b"Somebody" not in data
    assert b"EXIF" not in data


def test_a_large_picture_is_made_smaller(north):
    with scope(north.council):
        stored = keep(prepared_picture(picture((3000, 1500))))
    assert (stored.width, stored.height) == (1200, 600)


def test_the_same_content_is_kept_once_a_council(north, east):
    first, second = kept(north.council), kept(north.council)
    assert first.pk == second.pk
    assert kept(east.council).pk != first.pk


def test_a_picture_needs_its_words_in_each_language_that_has_a_text(client, north):
    given = words(text_ar="سرير", picture_file=file(picture()), picture_text_en="A bed")
    assert any("what the picture shows" in error for error in errors_in(send(client, reword_address(), **given)))
    assert own(north) is None
    given["picture_file"].seek(0)
    assert was_saved(send(client, reword_address(), **{**given, "picture_text_ar": "سرير"}))


def test_a_picture_that_is_there_keeps_needing_its_words_until_it_is_taken_away(client, north):
    send(client, reword_address(), **words(picture_file=file(picture()), picture_text_en="A bed"))
    assert errors_in(send(client, edit_address(north), picture_text_en=""))
    assert own(north).picture_id
    assert was_saved(send(client, edit_address(north), picture_text_en="", remove_picture="on"))
    assert own(north).picture_id is None


@pytest.mark.parametrize(
    "data",
    [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + bytes(20), picture()[:60], b"<svg xmlns='x'/>", MP3, bytes(300)],
)
def test_what_is_no_picture_is_refused_beside_the_field(client, north, data):
    answer = send(client, reword_address(), **words(picture_file=file(data, "bed.png"), picture_text_en="A bed"))
    assert answer.status_code == 200
    assert errors_in(answer)
    assert own(north) is None


def test_a_picture_with_too_many_pixels_is_refused(client):
    bomb = picture((9000, 9000))
    answer = send(client, reword_address(), **words(picture_file=file(bomb), picture_text_en="A bed"))
    assert any("too many pixels" in error for error in errors_in(answer))


def test_a_file_that_is_too_large_is_refused_with_how_large_it_may_be(client):
    answer = send(client, reword_address(), **words(picture_file=file(picture() + bytes(11 * 1024 * 1024))))
    assert any("larger than 10 MB" in error for error in errors_in(answer))
    answer = send(client, reword_address(), **words(recording_en=file(MP3 + bytes(LARGEST_RECORDING))))
    assert any("larger than 5 MB" in error for error in errors_in(answer))


@pytest.mark.parametrize(("data", "ending"), [(MP3, "mp3"), (OGG, "ogg"), (M4A, "m4a")])
def test_a_recording_of_each_kind_is_kept_for_its_language(client, north, data, ending):
    assert was_saved(send(client, reword_address(), **words(text_ar="سرير", recording_ar=file(data, "words.exe"))))
    with scope(north.council):
        found = Recording.objects.select_related("media").get()
        question = content_of(Questionnaire.objects.get(code="outcomes"))["domains"][0]["questions"][0]
    assert (found.language, found.media.name.rpartition(".")[2]) == ("ar", ending)
    assert question["media"]["standard"]["recordings"] == {"ar": found.media.name}


@pytest.mark.parametrize("data", [b"no sound", picture(), b"RIFF\x00\x00\x00\x00WAVEfmt "])
def test_what_is_no_recording_is_refused(client, north, data):
    answer = send(client, reword_address(), **words(recording_en=file(data, "words.mp3")))
    assert any("MP3" in error for error in errors_in(answer))
    assert own(north) is None


def test_a_recording_is_replaced_and_taken_away(client, north):
    send(client, reword_address(), **words(recording_en=file(MP3)))
    assert was_saved(send(client, edit_address(north), recording_en=file(OGG)))
    with scope(north.council):
        assert Recording.objects.get().media.media_type == "audio/ogg"
    assert was_saved(send(client, edit_address(north), remove_recording_en="on"))
    with scope(north.council):
        assert not Recording.objects.exists()
        assert QuestionMedia.objects.filter(council=north.council).count() == 2  # published versions may name them


def test_a_translator_adds_a_recording_to_words_that_are_there(client, north):
    send(client, reword_address(), **words())
    translator = at(north.council, north.translator)
    assert was_saved(send(translator, edit_address(north), recording_en=file(MP3)))


def test_a_file_is_served_to_anybody_for_ever_and_as_what_it_is(north):
    media = kept(north.council)
    answer = client_of(None, north.council).get(address_of(media.name))
    assert answer.content == MP3
    assert answer["Content-Type"] == "audio/mpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("header", "status", "first", "last"),
    [
        ("bytes=0-9", 206, 0, 9),
        ("bytes=10-", 206, 10, len(MP3) - 1),
        ("bytes=-5", 206, len(MP3) - 5, len(MP3) - 1),
        ("bytes=0-99999999", 206, 0, len(MP3) - 1),
        ("bytes=99999-", 416, 0, 0),
        ("bytes=9-1", 416, 0, 0),
        ("bytes=-0", 416, 0, 0),
        ("bytes=-", 200, 0, len(MP3) - 1),
        ("lines=1-2", 200, 0, len(MP3) - 1),
        ("bytes=" + "9" * 500, 200, 0, len(MP3) - 1),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(north, header, status, first, last):
    answer = client_of(None, north.council).get(address_of(kept(north.council).name), headers={"range": header})
    assert answer.status_code == status
    if status == 416:
        assert answer["Content-Range"] == f"bytes */{len(MP3)}"
    else:
        assert answer.content == MP3[first : last + 1]
        assert answer.get("Content-Range", "") in ("", f"bytes {first}-{last}/{len(MP3)}")


def test_another_councils_file_is_not_there_and_the_nations_is(north, east):
    theirs = kept(east.council)
    assert client_of(None, north.council).get(address_of(theirs.name)).status_code == 404
    with national_scope("keep for a test"):
        national = keep(prepared_recording(OGG))
    assert client_of(None, north.council).get(address_of(national.name)).status_code == 200


@pytest.mark.parametrize("name", ["nothing.webp", "..", "%00", "%2e%2e%2fsettings", "a" * 500])
def test_a_file_that_is_not_there_is_not_found(north, name):
    assert client_of(None, north.council).get(f"/questions/media/{name}").status_code in (302, 404)
    assert client_of(None, north.council).post(address_of("nothing.webp")).status_code == 405


def test_a_file_that_went_from_the_store_is_not_found(north, tmp_path):
    media = kept(north.council)
    (tmp_path / media.path).unlink()
    assert client_of(None, north.council).get(address_of(media.name)).status_code == 404


def test_the_council_of_a_wording_cannot_show_anothers_picture(north, east):
    with scope(east.council):
        theirs = keep(prepared_picture(picture()))
    with scope(north.council), pytest.raises(ScopeViolation):
        Wording.objects.create(indicator=Indicator.objects.get(code="HOME-01"), text_en="Ours?", picture_id=theirs.pk)
