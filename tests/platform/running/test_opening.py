"""Opening a council, by the wizard and by the command: whole, or not at all."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from PIL import Image

from leavingwell.content.models import OfferPage
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.themes.models import Theme
from tests.admin.asking import at, at_the_nation, form_in, text_of
from tests.factories import Household

LIST, NEW = "/admin/councils/", "/admin/councils/new/"
NAME = {"name": "South Vale Council", "slug": "south-vale", "host": "Leaving.SouthVale.test"}
COLOURS = {"brand": "#5a1e5c", "brand_ink": "#ffffff", "accent": "#7a2f7c", "accent_ink": "#ffffff"}
ADMIN = {"admin_name": "Ada First", "admin_email": "ada@southvale.example"}


def logo() -> SimpleUploadedFile:
    data = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(data, "PNG")
    return SimpleUploadedFile("crest.png", data.getvalue(), "image/png")


@pytest.fixture
def operator(nation: Any, north: Household) -> Client:
    return at_the_nation(nation.operator.user)


def walk(client: Client, *, start: str = "plain", **look: Any) -> None:
    """All steps, as somebody fills them in."""
    steps = {
        "name": NAME,
        "languages": {"languages": ["ar", "pl"], "default_language": "en"},
        "start": {"template": start},
        "look": look,
        "admin": ADMIN,
    }
    for step, given in steps.items():
        answer = client.post(f"{NEW}{step}/", given)
        assert answer.status_code == 302, (step, text_of(answer))


def test_the_wizard_makes_a_council_that_works(operator: Client, django_capture_on_commit_callbacks: Any) -> None:
    walk(operator, own_colours="on", **COLOURS, logo=logo(), logo_text="A vale")
    summary = operator.get(f"{NEW}summary/")
    for words in ("south vale council", "leaving.southvale.test", "arabic, polish", "ada@southvale.example", "a vale"):
        assert words in text_of(summary)
    assert not Council.objects.filter(slug="south-vale").exists()
    with django_capture_on_commit_callbacks(execute=True):
        answer = operator.post(f"{NEW}summary/", follow=True)
    assert "south vale council is open" in text_of(answer)
    council = Council.objects.get(slug="south-vale")
    assert (council.host, council.language_codes) == ("leaving.southvale.test", ["en", "ar", "pl"])
    assert [letter.to for letter in mail.outbox] == [["ada@southvale.example"]]
    assert "South Vale Council" in mail.outbox[0].body
    with scope(council):
        theme = Theme.objects.get()
        assert theme.colours["light"]["brand"] == "#5a1e5c"
        assert theme.logo_alternative_text == "A vale"
        assert Person.objects.get(name="Ada First").role == "council_admin"
        assert AuditEntry.objects.filter(action="council.opened").exists()
        admin = Person.objects.get(name="Ada First")
    assert "south vale council" in text_of(at(council, None).get("/offers/"))
    assert at(council, admin).get("/admin/").status_code == 200
    assert form_in(operator.get(f"{NEW}name/"))["name"] == ""  # the next one begins anew


def test_what_is_typed_is_kept_back_and_forth(operator: Client) -> None:
    operator.post(f"{NEW}name/", NAME)
    refused = operator.post(f"{NEW}look/", {**COLOURS, "accent_ink": "#8a3f8c", "own_colours": "on", "logo": logo()})
    assert refused.status_code == 422
    assert "to 1, and 4.5 is needed" in text_of(refused)
    assert "say what the logo shows" in text_of(refused)
    assert form_in(operator.get(f"{NEW}look/"))["accent_ink"] == "#8a3f8c"
    assert "crest.png" in text_of(operator.get(f"{NEW}look/"))  # a file that was chosen once is not asked for again
    back = operator.post(f"{NEW}admin/", {"admin_name": "Ada", "admin_email": "not one", "back": "1"})
    assert back["Location"] == f"{NEW}look/"
    assert form_in(operator.get(f"{NEW}admin/"))["admin_email"] == "not one"
    assert form_in(operator.get(f"{NEW}name/"))["name"] == "South Vale Council"
    assert operator.get(f"{NEW}summary/")["Location"] == f"{NEW}languages/"  # the first that is not done
    operator.post(f"{NEW}leave/")
    assert form_in(operator.get(f"{NEW}name/"))["name"] == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": " "}, "this field is required"),
        ({"slug": "South Vale"}, "small letters"),
        ({"slug": "northmoor"}, "another council has this short name"),
        ({"slug": "new"}, "small letters"),
        ({"host": "https://south.test/"}, "no https://"),
        ({"host": "south.test:8000"}, "no port"),
        ({"host": "localhost"}, "give a host name"),
        ({"host": "northmoor.test"}, "another council has this host"),
        ({"host": "NATIONAL.test"}, "this is the national address"),
        ({"host": "x" * 300 + ".test"}, "give a host name"),
    ],
)
def test_a_name_or_host_that_cannot_be_is_said_beside_the_field(
    operator: Client, north: Household, changes: dict[str, str], words: str
) -> None:
    answer = operator.post(f"{NEW}name/", {**NAME, **changes})
    assert answer.status_code == 422
    assert words in text_of(answer)


@pytest.mark.parametrize("who", ["admin", "editor"])
def test_nobody_of_a_council_comes_near(north: Household, nation: Any, who: str) -> None:
    client = at(north.council, north.people[who])
    for address in (LIST, f"{NEW}name/", f"{NEW}summary/", f"{LIST}northmoor/switch/"):
        assert client.get(address).status_code == 404
        assert client.post(address, {**NAME, "reason": "x"}).status_code == 404
    assert "/admin/councils/" not in text_of(client.get("/admin/"))
    framework_editor = at_the_nation(nation.framework_editor.user)
    assert framework_editor.get(LIST).status_code in (302, 403)
    assert framework_editor.post(f"{LIST}northmoor/switch/", {"reason": "x"}).status_code in (302, 403)
    assert Council.objects.get(slug="northmoor").is_active


def test_a_copy_brings_texts_and_look_but_nothing_about_people(operator: Client, furnished: Any) -> None:
    north, _east = furnished
    walk(operator, start="council:northmoor")
    operator.post(f"{NEW}summary/")
    council = Council.objects.get(slug="south-vale")
    with scope(council):
        assert OfferPage.objects.get(slug="rent-help").live is False
        assert Theme.objects.get().shape == "printed"
        assert list(Person.objects.values_list("name", flat=True).exclude(council=None)) == ["Ada First"]
        assert council.language_codes == ["en", "ar", "pl"]
    with scope(north.council):
        copied = AuditEntry.objects.get(action="configuration.copied")
        assert copied.changes == {"to": [None, "south-vale"]}


def test_switching_off_shows_a_neutral_page_and_keeps_everything(operator: Client, north: Household) -> None:
    address = f"{LIST}northmoor/switch/"
    assert operator.post(address, {"reason": ""}).status_code == 422
    assert operator.post(address, {"reason": "The contract has ended."}).status_code == 302
    assert "out of use" in text_of(operator.get(LIST))
    answer = at(north.council, north.admin).get("/admin/")
    assert answer.status_code == 404
    assert "northmoor" not in text_of(answer)
    with scope(north.council):
        assert Person.objects.filter(pk=north.worker.pk).exists()
        off = AuditEntry.objects.get(action="council.switched_off")
        assert (off.reason, off.actor_name) == ("The contract has ended.", "Olu Operator")
    operator.post(address, {"reason": "A new contract."})
    assert at(north.council, north.admin).get("/admin/").status_code == 200


def test_the_command_makes_the_same_and_says_what_is_wrong(north: Household, capsys: Any) -> None:
    who = ("--admin-name", "Ada First", "--admin-email", "ada@southvale.example")
    with pytest.raises(CommandError) as refused:
        call_command("create_council", "northmoor", "", "https://x", *who[:3], "ada", "--template", "council:moon")
    for words in ("slug: Another council", "name: Give", "host: Give a host", "admin_email: Give", "template: Choose"):
        assert words in str(refused.value)
    call_command("create_council", "south-vale", "South Vale", "sv.test", *who, "--language", "ar")
    assert "South Vale is open at sv.test" in capsys.readouterr().out
    assert Council.objects.get(slug="south-vale").language_codes == ["en", "ar"]


def test_every_example_fits_what_there_is_today(framework: None, nation: Any, north: Household) -> None:
    from leavingwell.content.services.topics import load_national_content
    from leavingwell.platform.running.services.moving import preview
    from leavingwell.platform.running.services.templates import example, examples

    load_national_content()
    assert examples()
    for name in examples():
        archive = example(name)
        assert "example.org" not in json.dumps(archive.parts)
        with scope(north.council):
            plan = preview(archive, by=None)
        assert plan.whole.left_out == []
        assert plan.changes_anything
