"""A migrated and empty database, of which each test process gets a copy: migrating takes a minute, copying a second.

It is kept as long as no migration and no package changes.
"""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).parents[1]
PREFIX = "leavingwell_migrated_"


def fingerprint() -> str:
    """Of all that decides how a migrated database looks."""
    found = sha256((ROOT / "requirements.lock").read_bytes())
    for folder in ("platform", "content", "questionnaires", "translations", "themes"):
        for path in sorted((ROOT / folder).rglob("migrations/*.py")):
            found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return found.hexdigest()[:16]


def address_of(database: str, database_url: str) -> str:
    return urlunsplit(urlsplit(database_url)._replace(path=f"/{database}"))


def migrate(database: str, database_url: str) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": address_of(database, database_url),
        "DJANGO_SETTINGS_MODULE": "leavingwell.platform.settings.test",
    }
    command = [sys.executable, "-m", "django", "migrate", "--noinput", "--verbosity", "0"]
    subprocess.run(command, check=True, env=environment)


def template(database_url: str) -> str:
    """The name of the migrated database on that server, made now if it is not there. Those of other times go."""
    name, unfinished = PREFIX + fingerprint(), f"{PREFIX}unfinished"
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext(%s))", [PREFIX])  # whoever comes second finds it made
        rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
        there = {row[0] for row in rows}
        if name in there:
            return name
        for old in there:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(old)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
        migrate(unfinished, database_url)
        finished = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        connection.execute(finished.format(sql.Identifier(unfinished), sql.Identifier(name)))
    return name


if __name__ == "__main__":
    server = os.environ["DATABASE_URL"]
    sys.stdout.write(address_of(template(server), server))
