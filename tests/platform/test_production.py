"""The settings of a real installation, as its environment gives them."""

import os
import subprocess
import sys

import pytest

NEEDED = {
    "SECRET_KEY": "new",
    "DATABASE_URL": "postgresql://somewhere/leavingwell",
    "REDIS_URL": "redis://somewhere:6379/0",
    "EMAIL_HOST": "mail.example.org",
}
PRINT = "from leavingwell.platform.settings import production as p; print(p.SECRET_KEY, p.SECRET_KEY_FALLBACKS)"


@pytest.mark.parametrize(
    ("given", "known"),
    [(None, "new []"), ("", "new []"), ("old", "new ['old']"), ("old,older", "new ['old', 'older']")],
)
def test_former_secret_keys_come_from_the_environment(given: str | None, known: str) -> None:
    more = {} if given is None else {"SECRET_KEY_FALLBACKS": given}
    environment = {"PATH": os.environ["PATH"], **NEEDED, **more}
    found = subprocess.run([sys.executable, "-c", PRINT], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == known
