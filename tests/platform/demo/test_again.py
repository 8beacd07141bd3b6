"""Loading twice changes nothing, whenever it is done."""

import hashlib
import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.models import Page, Revision

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.owned import Owned
from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.demo.answering import share_of_best
from leavingwell.platform.people.models import User
from tests.platform.demo.conftest import PORT, Demo


def plain(value: Any) -> Any:
    """A stream of blocks as its data: what it is called in memory is another each time."""
    return list(value.raw_data) if isinstance(value, StreamValue) else value


def stored() -> dict[str, str]:
    """A digest of each table, session and sign-in times apart."""
    models = [model for model in apps.get_models() if issubclass(model, Owned)] + [Council, Page, Revision]
    found = {}
    with national_scope("compare"):
        for model in models:
            rows = [[plain(value) for value in row] for row in model._base_manager.order_by("pk").values_list()]
            found[model._meta.label] = hashlib.sha256(repr(rows).encode()).hexdigest()
        accounts = User._base_manager.order_by("pk").values_list("pk", "email", "password", "is_active")
        found["accounts"] = hashlib.sha256(repr(list(accounts)).encode()).hexdigest()
    return found


def tokens(folder: Path) -> set[str]:
    return {one["session_token"] for one in json.loads((folder / "demo.json").read_text())["people"]}


@pytest.mark.django_db
def test_a_second_start_changes_only_the_tokens(small: Demo) -> None:
    before, old = stored(), tokens(small.folder)
    out = StringIO()
    call_command("load_demo", port=PORT, stdout=out)
    assert stored() == before
    new = tokens(small.folder)
    assert not old & new
    assert not Session.objects.filter(pk__in=old).exists()
    assert Session.objects.filter(pk__in=new).count() == len(new)
    assert set(UserSession.objects.values_list("session_key", flat=True)) == new
    assert out.getvalue().splitlines() == [f"Addresses and sign-ins: {settings.DATA_DIR / 'demo.json'}"]


@pytest.mark.django_db
def test_a_start_on_a_later_day_leaves_the_data_as_it_is(small: Demo) -> None:
    before, later = stored(), timezone.now() + timedelta(days=40)
    with patch("leavingwell.platform.demo.loading.timezone.now", return_value=later):
        call_command("load_demo", port=PORT, stdout=StringIO())
    assert stored() == before


@pytest.mark.django_db
def test_another_port_is_written_down(small: Demo) -> None:
    call_command("load_demo", port=9999, stdout=StringIO())
    written = json.loads((small.folder / "demo.json").read_text())
    assert {one["portal_url"] for one in written["councils"]} == {
        "http://northmoor.localhost:9999/",
        "http://eastmarsh.localhost:9999/",
    }


@pytest.mark.parametrize(("months", "share"), [(30, 0.4), (24, 0.4), (18, 0.5), (12, 0.6), (6, 0.6), (0, 0.6)])
def test_a_share_moves_on_a_straight_line_between_its_points(months: float, share: float) -> None:
    assert share_of_best([[24, 40], [12, 60], [0, 60]], months) == pytest.approx(share)
