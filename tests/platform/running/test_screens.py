"""The screens "Configuration": taking the file out, looking at what one would change, and bringing it in."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from leavingwell.content.models import OfferPage
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.running.progress import Progress, Stage, tell
from tests.admin.asking import at, at_the_nation, text_of
from tests.factories import Household

HOME, EXPORT, IMPORT = "/admin/configuration/", "/admin/configuration/export/", "/admin/configuration/import/"
Houses = tuple[Household, Household]


def upload(client: Any, data: bytes) -> Any:
    return client.post(IMPORT, {"file": SimpleUploadedFile("north.zip", data)})


def hidden(answer: Any) -> dict[str, str]:
    page = BeautifulSoup(answer.content, "html.parser")
    return {one["name"]: one["value"] for one in page.select(".running-decide input[type=hidden]")}


@pytest.mark.parametrize("who", ["editor", "questionnaire_editor", "translator", "manager", "worker", "owner", None])
def test_only_an_administrator_enters(north: Household, who: str | None) -> None:
    client = at(north.council, north.people[who] if who else None)
    for answer in (client.get(HOME), client.get(IMPORT), client.post(EXPORT), upload(client, b"x")):
        assert answer.status_code in (302, 403)
        assert answer.get("Content-Type") != "application/zip"
    if who:
        assert HOME not in text_of(client.get("/admin/"))


def test_nor_another_councils_administrator_nor_the_nation(north: Household, east: Household, nation: Any) -> None:
    assert at(north.council, east.admin).get(HOME).status_code == 302
    assert at_the_nation(nation.operator.user).get(HOME).status_code == 404
    assert at(north.council, nation.operator).get(HOME).status_code == 200


def test_a_file_goes_out_is_looked_at_and_comes_in_once(furnished: Houses) -> None:
    north, east = furnished
    answer = at(north.council, north.admin).post(EXPORT)
    assert answer["Content-Type"] == "application/zip"
    assert "northmoor-configuration-" in answer["Content-Disposition"]
    with scope(north.council):
        assert AuditEntry.objects.filter(action="configuration.exported").exists()
    client = at(east.council, east.admin)
    shown = upload(client, answer.content)
    assert "rent-help" in text_of(shown)
    assert "nothing is changed yet" in text_of(shown)
    with scope(east.council):
        assert not OfferPage.objects.exists()
    followed = client.post(IMPORT, {**hidden(shown), "do": "1"}, follow=True)
    assert "done." in text_of(followed)
    with scope(east.council):
        assert OfferPage.objects.filter(slug="rent-help", live=True).exists()
    again = upload(client, answer.content)
    assert "there is nothing to do" in text_of(again)


def test_what_was_not_shown_is_not_done(furnished: Houses) -> None:
    north, east = furnished
    data, client = at(north.council, north.admin).post(EXPORT).content, at(east.council, east.admin)
    shown = hidden(upload(client, data))
    followed = client.post(IMPORT, {**shown, "fingerprint": "0" * 64, "do": "1"}, follow=True)
    assert "look once more" in text_of(followed)
    assert "choose it once more" in text_of(client.post(IMPORT, {"ticket": "made-up", "do": "1"}))
    other = at(north.council, north.admin)
    assert "choose it once more" in text_of(other.post(IMPORT, {**shown, "do": "1"}))
    assert "nothing was changed" in text_of(client.post(IMPORT, {**shown, "leave": "1"}, follow=True))
    with scope(east.council):
        assert not OfferPage.objects.exists()


def test_a_wrong_file_is_answered_with_words(north: Household) -> None:
    client = at(north.council, north.admin)
    answer = upload(client, b"hello")
    assert answer.status_code == 422
    assert "not a configuration" in text_of(answer)
    assert "choose a file first" in text_of(client.post(IMPORT, {}))


def test_progress_is_shown_to_the_council_alone(north: Household, east: Household) -> None:
    with scope(north.council):
        tell("run", Progress(Stage.RUNNING, 20, 80))
    answer = at(north.council, north.admin).get(f"{IMPORT}run/")
    assert 'max="80" value="20"' in text_of(answer)
    assert answer["Refresh"] == "2"
    assert at(east.council, east.admin).get(f"{IMPORT}run/").status_code == 404
