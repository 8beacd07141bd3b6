"""The pictures and recordings that an imported file brings."""

import hashlib
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import Problem, ProblemCode, Problems
from leavingwell.questionnaires.exchange.pictures import size_of
from leavingwell.questionnaires.models import QuestionMedia
from leavingwell.questionnaires.services.media import LONGEST_SIDE, Prepared, prepared_recording

Keep = Callable[[Prepared], QuestionMedia]


def decoded(name: str, text: str) -> bytes | None:
    """None where it is not what its name says."""
    try:
        data = b64decode(text, validate=True)
    except (Error, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == name.partition(".")[0] else None


def prepared(name: str, text: str) -> Prepared | str:
    """A checked file, or what is wrong with it."""
    data = decoded(name, text)
    if data is None:
        return _("%s… was changed after it was exported: its hash is not right.") % name[:8]
    if not name.endswith(".webp"):
        return recording(name, data)
    size = size_of(data, LONGEST_SIDE)
    if size is None:
        return _("%s… is not a picture as we store them.") % name[:8]
    return Prepared(QuestionMedia.Kind.PICTURE, data, "webp", "image/webp", *size)


def recording(name: str, data: bytes) -> Prepared | str:
    try:
        found = prepared_recording(data)
    except Problems as refused:
        return f"{name[:8]}…: {refused.problems[0].message}"
    return found if name.endswith(f".{found.ending}") else _("%s… is not the recording that its name says.") % name[:8]


def prepared_files(media: Mapping[str, str]) -> dict[str, Prepared]:
    """Raises INVALID with a message for each file that is not what it should be."""
    found = {name: prepared(name, text) for name, text in media.items()}
    if wrong := [one for one in found.values() if isinstance(one, str)]:
        raise Problems(Problem(ProblemCode.INVALID, message) for message in wrong[:20])
    return {name: one for name, one in found.items() if isinstance(one, Prepared)}


def row_alone(file: Prepared) -> QuestionMedia:
    """For a dry run, which takes the row back: nothing is written to the storage."""
    digest = hashlib.sha256(file.data).hexdigest()
    row, _new = QuestionMedia.objects.get_or_create(
        council_id=scope.current_council_id(),
        name=f"{digest}.{file.ending}",
        defaults={
            "kind": file.kind,
            "content_hash": digest,
            "media_type": file.media_type,
            "width": file.width,
            "height": file.height,
        },
    )
    return row


class Files:
    """Each is kept when it is first asked for; the nation's, and those that are not needed, never are."""

    def __init__(self, files: Mapping[str, Prepared], keep: Keep) -> None:
        self.files, self.keep = files, keep
        self.rows: dict[str, QuestionMedia] = {}

    def row(self, name: str) -> QuestionMedia:
        if name not in self.rows:
            national = QuestionMedia.objects.filter(council=None, name=name).first()
            self.rows[name] = national or self.keep(self.files[name])
        return self.rows[name]
