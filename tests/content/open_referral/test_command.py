"""A directory from the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from leavingwell.content.models import OfferPage
from leavingwell.platform.councils.scope import scope
from tests.content.open_referral.directory import make_feed, service
from tests.factories import Household


def run(*args: str, **options: object) -> str:
    out = StringIO()
    call_command("import_directory", *args, stdout=out, **options)
    return out.getvalue()


def test_a_dry_run_then_the_same_for_good(north: Household, tmp_path: Path) -> None:
    file = tmp_path / "services.json"
    file.write_text(json.dumps([service(1), {"id": "x"}]))
    with scope(north.council):
        make_feed("Community")
    told = run("northmoor", "Community", file=file, dry_run=True)
    assert "1 new, 1 unreadable" in told
    assert "row 2" in told
    with scope(north.council):
        assert not OfferPage.objects.exists()
    assert "'live': 1" in run("northmoor", "Community", file=file, publish=True)
    with scope(north.council):
        assert OfferPage.objects.get().live
    assert "1 same" in run("northmoor", "Community", file=file)


def test_what_is_not_there_is_said(north: Household, tmp_path: Path) -> None:
    with scope(north.council):
        make_feed("Community")
    (tmp_path / "broken.json").write_text("{")
    for args, options in (
        (("nowhere", "Community"), {}),
        (("northmoor", "Nothing"), {}),
        (("northmoor", "Community"), {}),  # it has no address
        (("northmoor", "Community"), {"file": tmp_path / "none.json"}),
        (("northmoor", "Community"), {"file": tmp_path / "broken.json"}),
    ):
        with pytest.raises(CommandError):
            run(*args, **options)
