"""What becomes of an uploaded file: only what is seen stays of a picture, and names hide nothing."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from PIL import Image as Picture
from PIL import PngImagePlugin
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, UploadedFile

from leavingwell.platform.councils.admin.cleaned_files import clean_name, redraw
from tests.admin.asking import at, errors_in, form_in, send, was_saved

AJAX = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
IMAGES, DOCUMENTS = "/admin/images/multiple/add/", "/admin/documents/multiple/add/"
CAMERA, PLACE, NOTE = b"Camera of Somebody", b"51.50 North", b"Amira lives here"


@pytest.fixture
def client(here):
    return at(here.council, here.household.editor)


def telling_exif():
    """Taken lying on its side, with the place, the camera and a note."""
    exif = Picture.Exif()
    exif[0x0112], exif[0x010F], exif[0x010E] = 6, CAMERA.decode(), NOTE.decode()
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    exif.get_ifd(0x8825)[29] = PLACE.decode()
    return exif


def telling(kind):
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", NOTE.decode())
    xmp = b"<x:xmpmeta><exif:GPSLatitude>" + PLACE + b"</exif:GPSLatitude></x:xmpmeta>"
    more = {"JPEG": {"comment": NOTE, "xmp": xmp}, "PNG": {"pnginfo": text}, "WEBP": {"xmp": xmp}}.get(kind, {})
    data = BytesIO()
    Picture.new("RGB", (60, 40), "navy").save(data, kind, exif=telling_exif(), **more)
    return data.getvalue()


def upload(client, address, name, data, **more):
    posted = {"files[]": SimpleUploadedFile(name, data), "title": "New", **more}
    return client.post(address, posted, **AJAX).json()


@pytest.mark.parametrize(
    ("name", "kind", "kept_as", "size"),
    [
        ("a.jpg", "JPEG", "JPEG", (40, 60)),
        ("a.png", "PNG", "PNG", (40, 60)),
        ("a.webp", "WEBP", "WEBP", (40, 60)),
        ("a.heic", "HEIF", "JPEG", (60, 40)),
    ],
)
def test_nothing_stays_of_a_picture_but_what_is_seen(client, name, kind, kept_as, size):
    sent = telling(kind)
    assert CAMERA in sent
    assert NOTE in sent
    told = upload(client, IMAGES, name, sent)
    assert told["success"], told
    stored = Image.objects.get(pk=told["image_id"])
    data = stored.file.read()
    assert not any(secret in data for secret in (CAMERA, PLACE, NOTE, b"Exif", b"xmpmeta"))
    opened = Picture.open(BytesIO(data))
    assert (opened.format, opened.size, dict(opened.getexif())) == (kept_as, size, {})
    assert (stored.width, stored.height, stored.get_file_size()) == (*size, len(data))


def test_a_file_that_waits_for_its_title_is_no_longer_what_was_sent(client):
    """Wagtail keeps it aside when anything but the file is wrong."""
    told = upload(client, IMAGES, "a.jpg", telling("JPEG"), title="x" * 300)
    waiting = UploadedFile.objects.get(pk=told["uploaded_file_id"])
    assert CAMERA not in waiting.file.read()


def test_a_large_file_that_came_by_way_of_the_disk_is_drawn_anew_as_well():
    file = TemporaryUploadedFile("Big one.jpg", "image/jpeg", 0, None)
    file.write(telling("JPEG"))
    redraw(file)
    with open(file.temporary_file_path(), "rb") as stored:
        data = stored.read()
    assert CAMERA not in data
    assert (file.name, file.size) == ("big-one.jpg", len(data))


def test_a_picture_is_made_no_larger_than_screens_are(client):
    data = BytesIO()
    Picture.new("RGB", (6000, 30)).save(data, "PNG")
    assert Image.objects.get(pk=upload(client, IMAGES, "a.png", data.getvalue())["image_id"]).width == 3000


def bomb(width, height):
    """A small PNG that says it is as large as that."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + rows + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(7000, 7000), (60000, 60000)])
def test_a_small_file_that_would_unfold_into_a_huge_picture(client, size):
    told = upload(client, IMAGES, "a.png", bomb(*size))
    assert told["success"] is False
    assert "too many pixels" in told["error_message"]


def test_half_a_picture_is_none(client):
    told = upload(client, IMAGES, "a.png", bomb(60, 40))
    assert "Save it as JPEG" in told["error_message"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.gif", telling("GIF")),
        ("a.jpg", telling("TIFF")),
    ],
)
def test_other_kinds_are_told_what_to_do(client, name, data):
    assert "Save it as JPEG, PNG or WebP" in upload(client, IMAGES, name, data)["error_message"]


def test_a_file_that_is_too_large_is_told_how_large_it_may_be(client):
    told = upload(client, IMAGES, "a.png", telling("PNG") + bytes(11 * 1024 * 1024))
    assert "Maximum filesize 10.0" in told["error_message"]


def test_a_single_picture_needs_words_for_those_who_cannot_see_it(client, here):
    new = {"title": "New", "description": "", "file": SimpleUploadedFile("a.png", telling("PNG"))}
    answer = client.post("/admin/images/add/", new)
    assert errors_in(answer) == ["Say what the picture shows, for people who cannot see it."]
    assert form_in(answer)["title"] == "New"
    new |= {"description": "A blue square", "file": SimpleUploadedFile("a.png", telling("PNG"))}
    assert was_saved(client.post("/admin/images/add/", new))
    assert errors_in(send(client, f"/admin/images/{here.image.pk}/", description=""))


def test_many_pictures_are_each_asked_about_once_they_are_there(client):
    told = upload(client, IMAGES, "a.png", telling("PNG"))
    field = f"image-{told['image_id']}"
    assert f'name="{field}-description"' in told["form"]
    address, title = f"/admin/images/multiple/{told['image_id']}/", {f"{field}-title": "New"}
    refused = client.post(address, {**title, f"{field}-description": ""}, **AJAX).json()
    assert refused["success"] is False
    assert "Say what the picture shows" in refused["form"]
    assert client.post(address, {**title, f"{field}-description": "A square"}, **AJAX).json()["success"]
    assert Image.objects.get(pk=told["image_id"]).description == "A square"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("My Form (final) v2.PDF", "my-form-final-v2.pdf"),
        ("نموذج الطلب.pdf", "نموذج-الطلب.pdf"),
        ("invoice\u202efdp.txt", "invoicefdp.txt"),
        ("a;b\"c'\r\nX: y.pdf", "abc-x-y.pdf"),
        ("....pdf", "file.pdf"),
        ("x" * 300 + ".pdf", "x" * 60 + ".pdf"),
    ],
)
def test_a_name_keeps_letters_and_numbers_of_any_script(name, clean):
    assert clean_name(name) == clean


def test_a_picture_goes_only_where_everybody_may_open_it(client, here):
    closed = Collection.objects.get(name="Only our editors", path__startswith=here.collection.path)
    assert 'name="collection"' not in client.get("/admin/images/add/").content.decode()
    upload(client, IMAGES, "a.png", telling("PNG"), collection=closed.pk)
    assert not Image.objects.filter(collection=closed).exists()
    told = upload(client, DOCUMENTS, "a.pdf", b"%PDF-1.7", collection=closed.pk)
    assert Document.objects.get(pk=told["doc_id"]).collection_id == closed.pk
