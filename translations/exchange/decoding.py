"""Bytes of a text file to text. Spreadsheets save UTF-8 with a sign in front, or UTF-16."""

import codecs

from django.utils.translation import gettext as _

from leavingwell.platform.problems import invalid

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decoded(data: bytes) -> str:
    """Raises INVALID with the line."""
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        told = _("Line %d: this is not text in UTF-8. Save the file as UTF-8 and bring it again.")
        raise invalid(told % number) from None
