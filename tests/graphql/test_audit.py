"""The official GraphQL-over-HTTP audit, against the real server. Needs Node.js, which CI has."""

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from leavingwell.platform.councils.models import Council
from tests.graphql.server import web_server

AUDIT = Path(__file__).parent / "audit"
AUDITS = 61


def run(*command: str) -> str:
    assert shutil.which(command[0]), f"{command[0]} is needed: install Node.js"
    done = subprocess.run(command, cwd=AUDIT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def address(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    with django_db_blocker.unblock():
        # Before the transaction of the test, since another process asks for it.
        council = Council.objects.create(slug="audited", name="Audited", host="127.0.0.1")
        try:
            with web_server() as server:
                yield f"{server}/graphql/"
        finally:
            council.delete()


@pytest.mark.django_db
def test_every_audit_passes(address: str) -> None:
    run("npm", "ci", "--no-audit", "--no-fund")
    results = json.loads(run("node", "audit.js", address))
    assert [result for result in results if result["status"] != "ok"] == []
    assert Counter(result["status"] for result in results) == {"ok": AUDITS}
