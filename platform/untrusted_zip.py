"""What Python's `zipfile` raises for an archive that is damaged, locked, or packed in a way that it does not know."""

import zlib
from lzma import LZMAError
from zipfile import BadZipFile

UNREADABLE = (BadZipFile, LZMAError, zlib.error, EOFError, OSError, RuntimeError, ValueError)
