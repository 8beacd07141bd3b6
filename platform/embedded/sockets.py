"""Where a server puts its Unix socket."""

import os
import pwd
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leavingwell.platform.embedded.account import give

# The kernel takes 103 bytes (macOS) or 107 (Linux); the longest name that follows the folder is `/.s.PGSQL.5432`.
LONGEST = 103 - len("/.s.PGSQL.5432")


@contextmanager
def socket_folder(own: Path, account: pwd.struct_passwd | None) -> Iterator[Path]:
    """The server's own folder, or a short and private one for as long as it runs.

    Both are open to one user only. A comma separates hosts for PostgreSQL's clients and a space breaks its settings,
    so a folder with anything but plain characters in its name counts as too long.
    """
    if len(os.fsencode(own)) <= LONGEST and re.fullmatch(r"[A-Za-z0-9_./-]+", str(own)):
        yield own
        return
    folder = Path(tempfile.mkdtemp(prefix="leavingwell-", dir="/tmp"))
    try:
        give(folder, account)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
