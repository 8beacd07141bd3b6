"""Drawing a picture anew, so that nothing of the file stays but what is seen: no place, no camera, no name."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps

from leavingwell.platform.problems import ProblemCode, invalid, refuse

MOST_PIXELS = 40_000_000  # a small file can unfold into more than the memory holds
NO_PICTURE = _("We cannot read this picture. Save it as JPEG, PNG or WebP, then try again.")
TOO_MANY_PIXELS = _("This picture has too many pixels. Make it smaller, then try again.")


@contextmanager
def whole_files() -> Iterator[None]:
    """Half a picture is none, also where WeasyPrint has told Pillow of the whole process to draw what is there."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def drawn_anew(data: bytes, *, kinds: tuple[str, ...], longest_side: int) -> Image.Image:
    """The picture alone, the right way up and at most `longest_side` pixels long. Of a moving one, the first frame.

    `kinds` are the names that Pillow has for formats. Raises TOO_LARGE or INVALID, with what to do about it.
    """
    try:
        with warnings.catch_warnings(), whole_files(), Image.open(BytesIO(data), formats=kinds) as opened:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            if opened.width * opened.height > MOST_PIXELS:
                raise refuse(ProblemCode.TOO_LARGE, TOO_MANY_PIXELS)
            upright = ImageOps.exif_transpose(opened)
            picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except Image.DecompressionBombError:
        raise refuse(ProblemCode.TOO_LARGE, TOO_MANY_PIXELS) from None
    except (OSError, SyntaxError, ValueError):  # what Pillow raises for files that are damaged or something else
        raise invalid(NO_PICTURE) from None
    picture.info.clear()
    picture.thumbnail((longest_side, longest_side))
    return picture
