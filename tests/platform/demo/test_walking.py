"""What somebody needs to walk around: addresses, sign-ins, tokens, and two councils that look and read differently."""

import json
from collections import Counter
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, OfferIndexPage, OfferPage, StandardPage
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.demo.sign_ins import PASSWORD
from leavingwell.platform.people.models import User, YoungPerson
from leavingwell.platform.people.roles import NATIONAL_ROLES, Role
from leavingwell.questionnaires.models import BankQuestion, Survey, SurveyInvitation
from leavingwell.questionnaires.services.publishing import latest_version
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import MODES
from tests.platform.demo.conftest import PORT, Demo

pytestmark = pytest.mark.django_db
LOCAL_ROLES = set(Role) - NATIONAL_ROLES
BY_CODE = {Role.YOUNG_PERSON, Role.SUPPORTER}
LANGUAGES = {
    "northmoor": ["en", "ar", "pl", "ti", "uk", "ro", "sq"],
    "eastmarsh": ["en", "ar", "fa", "cy", "vi", "ckb"],
}
VIEWER = {"query": "{ viewer { name role council { slug } } }"}


@pytest.fixture
def written(small: Demo) -> Any:
    return json.loads((small.folder / "demo.json").read_text())


@pytest.fixture
def councils(small: Demo) -> tuple[Council, Council]:
    return small.north, small.east


def asked(council: Council, token: str) -> Any:
    client = Client(HTTP_HOST=f"{council.host}:{PORT}")
    return client.post("/graphql/", VIEWER, content_type="application/json", headers={"X-Session-Token": token})


def people(written: Any, council: Council) -> list[Any]:
    return [one for one in written["people"] if one["council"] == council.slug]


def test_the_addresses_are_those_of_the_councils(written: Any) -> None:
    assert written["councils"] == [
        {
            "slug": slug,
            "name": f"{slug.title()} Council",
            "portal_url": f"http://{slug}.localhost:{PORT}/",
            "graphql_url": f"http://{slug}.localhost:{PORT}/graphql/",
            "admin_url": f"http://{slug}.localhost:{PORT}/admin/",
            "languages": languages,
        }
        for slug, languages in LANGUAGES.items()
    ]


def test_a_person_is_what_it_says_and_nothing_else(written: Any) -> None:
    fields = ["council", "role", "name", "email", "password", "session_token"]
    assert all(list(one) == fields for one in written["people"])


def test_there_is_somebody_in_every_role(written: Any, councils: tuple[Council, Council]) -> None:
    for council in councils:
        found = Counter(one["role"] for one in people(written, council))
        assert set(found) == LOCAL_ROLES
        assert found[Role.YOUNG_PERSON] >= 2
        assert found[Role.SUPPORTER] >= 2
    national = Counter(one["role"] for one in written["people"] if one["council"] is None)
    assert national == dict.fromkeys(NATIONAL_ROLES, 1)


def test_staff_sign_in_by_password_and_the_others_by_code(written: Any, councils: tuple[Council, Council]) -> None:
    for council in councils:
        with scope(council):
            for one in people(written, council):
                account = User.objects.get(email=one["email"])
                assert one["password"] == ("" if one["role"] in BY_CODE else PASSWORD)
                assert account.has_usable_password() == (one["role"] not in BY_CODE)
                assert one["role"] in BY_CODE or account.check_password(one["password"])


def test_national_staff_sign_in_by_password(written: Any) -> None:
    with national_scope("look"):
        for one in written["people"]:
            if one["council"] is None:
                assert User.objects.get(email=one["email"]).check_password(one["password"])


def test_each_stands_among_the_places_where_somebody_is_signed_in(written: Any, councils: tuple[Council, ...]) -> None:
    for council in councils:
        client, one = Client(HTTP_HOST=f"{council.host}:{PORT}"), people(written, council)[0]
        client.cookies["sessionid"] = one["session_token"]
        page = client.get("/accounts/sessions/").content.decode()
        assert page.count("Firefox on Linux") == 1
        assert "This one" in page


def test_each_token_answers_for_its_person(written: Any, councils: tuple[Council, Council]) -> None:
    for council in councils:
        for one in people(written, council):
            viewer = asked(council, one["session_token"]).json()["data"]["viewer"]
            assert viewer == {"name": one["name"], "role": one["role"], "council": {"slug": council.slug}}


def test_a_token_is_nobodys_at_the_other_council(written: Any, councils: tuple[Council, Council]) -> None:
    north, east = councils
    token = people(written, north)[0]["session_token"]
    assert asked(east, token).status_code == 401


def test_each_council_offers_ten_things_under_all_six_headings(councils: tuple[Council, Council]) -> None:
    for council in councils:
        with scope(council):
            own = OfferPage.objects.filter(council=council)
            live = own.live()
            assert live.count() >= 10
            headings = live.filter(topic__paragraph__in="abcdef").values_list("topic__paragraph", flat=True)
            assert set(headings) == set("abcdef")
            assert own.filter(live=False).count() == 1
            assert not live.filter(last_checked_on=None).exists()


def test_every_text_is_there_in_english_and_arabic(councils: tuple[Council, Council]) -> None:
    texts = {
        OfferPage: ("heading", "summary", "how_to_get_it"),
        OfferIndexPage: ("heading", "intro"),
        StandardPage: ("heading", "intro", "body"),
        Notice: ("title", "body"),
        HelpLine: ("title", "note"),
        GlossaryTerm: ("term", "meaning"),
    }
    for council in councils:
        with scope(council):
            for model, fields in texts.items():
                rows = model.objects.filter(council=council)
                assert rows.exists(), model
                for row in rows.filter(live=True) if hasattr(model, "live") else rows:
                    missing = [f"{f}_{la}" for f in fields for la in ("en", "ar") if not getattr(row, f"{f}_{la}")]
                    assert not missing, (row, missing)


def test_a_text_that_has_a_body_has_it_in_arabic_too(councils: tuple[Council, Council]) -> None:
    for council in councils:
        with scope(council):
            for offer in OfferPage.objects.live():
                assert bool(offer.body_en) == bool(offer.body_ar), offer
                ElementTree.fromstring(f"<div>{offer.body_en}{offer.body_ar}</div>")  # well formed


def test_phones_and_addresses_are_nobodys(councils: tuple[Council, Council]) -> None:
    """Numbers that are kept for drama, and domains that are kept for examples."""
    for council in councils:
        with scope(council):
            own = OfferPage.objects.filter(council=council)
            phones = [*own.values_list("phone", flat=True)]
            phones += HelpLine.objects.filter(council=council).values_list("phone", flat=True)
            assert all(phone.startswith(("01632 960 ", "0808 157 0")) for phone in phones if phone)
            emails = [email for email in own.values_list("email", flat=True) if email]
            assert all(email.endswith("example.org") for email in emails)
            assert all(email.endswith("example.org") for email in User.objects.values_list("email", flat=True))


def test_the_councils_own_help_line_comes_first(councils: tuple[Council, Council]) -> None:
    for council in councils:
        with scope(council):
            assert [line.council == council for line in HelpLine.objects.all()] == [True, False, False]


def test_the_pages_that_the_footer_needs(councils: tuple[Council, Council]) -> None:
    for council in councils:
        with scope(council):
            pages = StandardPage.objects.live().filter(council=council).values_list("slug", flat=True)
            assert {"get-help", "accessibility", "your-data"} <= set(pages)


def questions(council: Council) -> dict[str, dict[str, str]]:
    with scope(council):
        version = latest_version("outcomes")
    asked = (question for domain in version.content["domains"] for question in domain["questions"])
    return {question["code"]: question["texts"]["standard"]["text"] for question in asked}


def test_the_councils_ask_some_questions_in_their_own_words(councils: tuple[Council, Council]) -> None:
    north, east = (questions(council) for council in councils)
    differ = {code for code in north.keys() & east.keys() if north[code]["en"] != east[code]["en"]}
    assert differ == {"HOME-05", "PEOPLE-06", "ACTIVE-06", "HOME-06", "MONEY-08", "LIFE-09"}
    assert all(north[code]["ar"] and east[code]["ar"] for code in differ)
    assert north.keys() - east.keys() == {"NM-ACTIVE-01", "NM-ACTIVE-02"}
    assert len(east.keys() - north.keys()) == 1


def test_a_short_survey_waits_and_a_question_is_shared(councils: tuple[Council, Council]) -> None:
    for council in councils:
        with scope(council):
            assert Survey.objects.get().is_open
            assert SurveyInvitation.objects.count() == YoungPerson.objects.count()
            assert set(BankQuestion.objects.values_list("origin", flat=True)) == {"northmoor", "eastmarsh"}


def test_each_council_has_a_look_of_its_own_in_all_four_modes(councils: tuple[Council, Council]) -> None:
    looks = []
    for council in councils:
        with scope(council):
            theme = Theme.objects.get()
            theme.clean()
            assert set(theme.colours) == set(MODES)
            assert theme.logo_alternative_text.startswith(council.name)
            assert (theme.logo.width, theme.logo.height) == (256, 256)
            looks.append((theme.shape, theme.scene, theme.voice, theme.colours["light"]["brand"]))
    assert looks == [("soft", "hills", "quiet", "#0c4045"), ("printed", "harbour", "poster", "#ffc629")]


def test_the_api_serves_each_councils_crest(councils: tuple[Council, Council]) -> None:
    query = {"query": "{ council { name theme { logo { url alternativeText } } } }"}
    for council in councils:
        client = Client(HTTP_HOST=council.host)
        found = client.post("/graphql/", query, content_type="application/json").json()["data"]["council"]
        assert found["name"] == council.name
        assert council.slug in found["theme"]["logo"]["url"]


@pytest.mark.parametrize("role", [Role.CONTENT_EDITOR, Role.COUNCIL_ADMIN])
def test_an_editor_enters_the_admin_of_the_own_council_alone(
    written: Any, councils: tuple[Council, Council], role: Role
) -> None:
    north, east = councils
    email = next(one["email"] for one in people(written, north) if one["role"] == role)
    client = Client(HTTP_HOST=north.host)
    with scope(north):
        client.force_login(User.objects.get(email=email), backend="leavingwell.platform.people.backends.AccountBackend")
    assert client.get("/admin/").status_code == 200
    client.defaults["HTTP_HOST"] = east.host
    assert client.get("/admin/").status_code != 200
