"""Whether a file is a picture and nothing else, as the platform stores them: WebP without anything beside it.

A picture from another installation is kept byte by byte, because published versions name it by its hash. So it must
be what drawing it anew would leave: no place, no camera, no hidden page at its end.
"""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

DRAWN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
HEAD = 12  # bytes: RIFF, size, WEBP


def chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The name of each piece, and where the next begins."""
    at = HEAD
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
        yield name, at


def is_bare(data: bytes) -> bool:
    """Pieces of a drawing alone, and they fill the file to its end."""
    whole = data[:4] == b"RIFF" and data[8:HEAD] == b"WEBP" and int.from_bytes(data[4:8], "little") == len(data) - 8
    found = list(chunks(data)) if whole else []
    return bool(found) and {name for name, _end in found} <= DRAWN and found[-1][1] == len(data)


def size_of(data: bytes, longest_side: int) -> tuple[int, int] | None:
    """Width and height of a picture that can be drawn; None for anything else, and for what is too large."""
    if not is_bare(data):
        return None
    try:
        with Image.open(BytesIO(data), formats=["WEBP"]) as picture:
            if max(picture.size) > longest_side or getattr(picture, "n_frames", 1) > 1:
                return None
            picture.load()
            return picture.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
