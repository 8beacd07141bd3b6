"""Keeping the pictures and recordings of questions: checked, and named by what they are.

Pictures are drawn anew, so that nothing of the original file stays but what is seen: no place, no camera, no name.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import filetype  # type: ignore[import-untyped]  # it brings no types
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.pictures import drawn_anew
from leavingwell.platform.problems import ProblemCode, Problems, invalid, refuse
from leavingwell.questionnaires.models import QuestionMedia

MEGABYTE = 1024 * 1024
LARGEST_PICTURE, LARGEST_RECORDING = 10 * MEGABYTE, 5 * MEGABYTE
LONGEST_SIDE = 1200
PICTURES = ("JPEG", "PNG", "WEBP", "GIF")
RECORDINGS = {"audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/ogg": "ogg"}
TOO_LARGE = _("This file is larger than %d MB. Make it smaller, then try again.")
NO_RECORDING = _("We cannot use this recording. Save it as MP3, M4A or OGG, then try again.")


@dataclass(frozen=True)
class Prepared:
    """A file that was checked and is not kept yet."""

    kind: str
    data: bytes
    ending: str
    media_type: str
    width: int | None = None
    height: int | None = None

    @cached_property
    def name(self) -> str:
        return f"{hashlib.sha256(self.data).hexdigest()}.{self.ending}"


def too_large(most: int) -> Problems:
    return refuse(ProblemCode.TOO_LARGE, TOO_LARGE % (most // MEGABYTE))


def prepared_picture(data: bytes) -> Prepared:
    """Raises TOO_LARGE or INVALID, with what to do about it."""
    if len(data) > LARGEST_PICTURE:
        raise too_large(LARGEST_PICTURE)
    picture = drawn_anew(data, kinds=PICTURES, longest_side=LONGEST_SIDE)
    stored = BytesIO()
    picture.save(stored, "WEBP", quality=85)
    return Prepared(
        QuestionMedia.Kind.PICTURE, stored.getvalue(), "webp", "image/webp", width=picture.width, height=picture.height
    )


def prepared_recording(data: bytes) -> Prepared:
    """Judged by its first bytes, whatever its name says. Raises TOO_LARGE or INVALID."""
    if len(data) > LARGEST_RECORDING:
        raise too_large(LARGEST_RECORDING)
    found = filetype.guess_mime(data)
    if found not in RECORDINGS:
        raise invalid(NO_RECORDING)
    return Prepared(QuestionMedia.Kind.RECORDING, data, RECORDINGS[found], found)


def keep(prepared: Prepared) -> QuestionMedia:
    return keep_all([prepared])[0]


def keep_all(files: Sequence[Prepared]) -> list[QuestionMedia]:
    """The row of each content in the scope that is open; the same content is kept once. Constant queries."""
    council = scope.current() or None
    named = {one.name: one for one in files}
    rows = QuestionMedia.objects.filter(council=council, name__in=named)
    known = set(rows.values_list("name", flat=True))
    new = [stored(one, council) for name, one in named.items() if name not in known]
    QuestionMedia.objects.bulk_create(new, ignore_conflicts=True)
    found = {row.name: row for row in rows.all()}
    return [found[one.name] for one in files]


def stored(prepared: Prepared, council: int | None) -> QuestionMedia:
    """Its file is there; the row is still to be saved."""
    return QuestionMedia(
        council_id=council,
        name=prepared.name,
        kind=prepared.kind,
        content_hash=prepared.name.partition(".")[0],
        path=default_storage.save(f"questions/{council or 'national'}/{prepared.name}", ContentFile(prepared.data)),
        media_type=prepared.media_type,
        width=prepared.width,
        height=prepared.height,
    )


def message_of(refused: Problems) -> str:
    return str(refused.problems[0].message)
