"""What can be copied, searched and read aloud out of the default engine's PDF: the letters that were typed.

It notes joined forms of Arabic letters instead of the letters, and writes emoji in a way that PDF does not know.
"""

import re
import unicodedata
from io import BytesIO

import pikepdf

ENTRY = re.compile(rb"(<[0-9A-F]{2}>) <([0-9A-F]{4,6})>")  # the code of a glyph, and the letter that it stands for


def plain(letter: str) -> str:
    """The letter of a joined form. A form of two letters stays, since readers would turn the two round."""
    letters = unicodedata.normalize("NFKC", letter) if unicodedata.decomposition(letter).startswith("<") else letter
    return letters if len(letters) == 1 and "\ufb50" <= letter <= "\ufeff" else letter


def entry(found: re.Match[bytes]) -> bytes:
    code, letter = found.groups()
    return b"%s <%s>" % (code, plain(chr(int(letter, 16))).encode("utf-16-be").hex().upper().encode())


def with_plain_letters(content: bytes) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                table = thing.ToUnicode
                table.write(ENTRY.sub(entry, table.read_bytes()))
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
        return written.getvalue()
