"""Logs tell where something broke, and nothing of what somebody typed."""

import logging
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.module_loading import import_string

from leavingwell.platform.people.models import User
from leavingwell.themes.portal.views import pages
from tests.factories import Household

TYPED = "i.am.somebody@example.org"


@pytest.fixture
def log() -> Any:
    """What the console's handler writes, with the formatter that every settings module has."""
    written = StringIO()
    described = settings.LOGGING["formatters"]["line"]
    handler = logging.StreamHandler(written)
    handler.setFormatter(import_string(described["()"])(described["format"]))
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def test_a_fault_is_logged_without_what_the_database_says_of_the_row(
    north: Household, log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    User.objects.create_user(TYPED, council=north.council)

    def broken(*_asked: Any) -> None:
        with transaction.atomic():
            User.objects.create_user(TYPED, council=north.council)

    monkeypatch.setattr(pages, "ask", broken)
    client = Client(HTTP_HOST=north.council.host, raise_request_exception=False)
    with pytest.raises(IntegrityError, match=TYPED):
        broken()
    assert client.get("/help/").status_code == 500
    assert "Internal Server Error: /help/" in log.getvalue()
    assert "IntegrityError" in log.getvalue()
    assert "(23505)" in log.getvalue()
    assert "test_logs.py" in log.getvalue()
    assert TYPED not in log.getvalue()
