"""What is kept of an uploaded file: of a picture what is seen, and of each name its letters and numbers."""

import unicodedata
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.utils.text import slugify

from leavingwell.platform.pictures import drawn_anew

KINDS = ("JPEG", "PNG", "WEBP", "HEIF")  # Wagtail's picture library has taught Pillow the last, which telephones write
KEPT_AS = {".png": ("PNG", ".png"), ".webp": ("WEBP", ".webp")}  # all others: a photograph, which JPEG is for
PHOTOGRAPH = ("JPEG", ".jpg")
LONGEST_SIDE = 3000  # pixels: enough for a wide screen, and the memory holds it
LONGEST_NAME = 60  # characters, without the ending


def clean_name(name: str, ending: str = "", otherwise: str = "file") -> str:
    """Letters and numbers of any script. Marks that turn the direction of a text could hide the true ending."""
    path = PurePath(unicodedata.normalize("NFC", name))
    stem = slugify(path.stem, allow_unicode=True)[:LONGEST_NAME].strip("-")
    return (stem or otherwise) + (ending or path.suffix.lower())


def redraw(file: Any) -> None:
    """Writes over the uploaded picture with itself drawn anew. In place: Wagtail may keep the very file that was sent.

    Raises `Problems`, with what to do about it.
    """
    file.seek(0)
    picture = drawn_anew(file.read(), kinds=KINDS, longest_side=LONGEST_SIDE)
    kind, ending = KEPT_AS.get(PurePath(file.name).suffix.lower(), PHOTOGRAPH)
    stored = BytesIO()
    (picture.convert("RGB") if kind == "JPEG" else picture).save(stored, kind, quality=88)
    file.file.seek(0)
    file.file.truncate()
    file.file.write(stored.getvalue())
    file.file.flush()
    file.seek(0)
    file.size, file.content_type = stored.tell(), f"image/{kind.lower()}"
    file.name = clean_name(file.name, ending, "picture")
