"""A host that is no council's: one neutral page, whatever is asked."""

import pytest
from django.test import Client

PATHS = ("/", "/admin/", "/graphql/", "/accounts/login/", "/offers/bus-pass/", "/media/x.png", "/no/such/thing")


@pytest.fixture
def stranger(councils):
    return Client(HTTP_HOST="nowhere.example.org", enforce_csrf_checks=True, raise_request_exception=False)


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_every_path_answers_the_neutral_page(stranger, method):
    for path in PATHS:
        answer = getattr(stranger, method)(path)
        page = answer.content.decode()
        assert answer.status_code == 404
        assert '<html lang="en"' in page
        assert "<h1>There is nothing at this address</h1>" in page
        assert "northmoor" not in page.lower()


def test_an_inactive_council_is_unknown(councils):
    council = councils[0]
    council.is_active = False
    council.save()
    assert Client(HTTP_HOST=council.host).get("/").status_code == 404


def test_health_answers_on_every_host(stranger):
    assert stranger.get("/health/").json()["database"] == "ok"


def test_a_host_that_is_no_name_at_all_is_a_bad_request(councils):
    answer = Client(HTTP_HOST="what is this?", raise_request_exception=False).get("/")
    assert answer.status_code in (400, 404)
    assert "northmoor" not in answer.content.decode().lower()
