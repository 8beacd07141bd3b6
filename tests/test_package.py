"""The wheel holds all that it needs: installed alone in a fresh environment, it checks, translates and serves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOOK = """
import django; django.setup()
from pathlib import Path
import leavingwell.platform.councils as councils
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template.loader import get_template
from django.utils import translation
assert "site-packages" in councils.__file__, councils.__file__
call_command("check")
call_command("makemigrations", "--check", "--dry-run", "people", "plans", "questionnaires", "content", verbosity=0)
get_template("portal/base.html")
for name in ("portal/tokens.css", "themes/admin.js", "councils/admin.css"):
    assert finders.find(name), name
with translation.override("ar"):
    assert translation.gettext("My plan") != "My plan"
from leavingwell.questionnaires.services.loading import OUTCOMES
assert OUTCOMES.exists()
from leavingwell.questionnaires.services.easy_read import EASY_READ, PICTURES
assert EASY_READ.exists()
assert len(list(PICTURES.glob("*.webp"))) == 66
"""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and what the lock names, and nothing of this folder."""
    place = tmp_path_factory.mktemp("package")
    # By way of a source package, so that nothing left in this folder by an earlier build gets in.
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(place), str(ROOT))
    run("uv", "venv", "--quiet", "--python", sys.executable, str(place / "venv"))
    python = str(place / "venv" / "bin" / "python")
    lock = str(ROOT / "requirements.lock")
    run("uv", "pip", "install", "--quiet", "--python", python, "--require-hashes", "--requirement", lock)
    wheel = next(place.glob("*.whl"))
    run("uv", "pip", "install", "--quiet", "--python", python, "--no-deps", str(wheel))
    return place


def run(*command: str, cwd: Path = ROOT, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
    return done.stdout


def test_installed_alone_it_works(fresh: Path) -> None:
    python = str(fresh / "venv" / "bin" / "python")
    run(python, "-c", LOOK, cwd=fresh, DJANGO_SETTINGS_MODULE="leavingwell.platform.settings.demo", PYTHONPATH="")


def test_the_lock_names_hashes_and_no_address() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (ROOT / name).read_text()
        assert "://" not in lock
        pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
        assert pins
        assert lock.count("--hash=sha256:") >= len(pins)
