"""Words of the interface that would break a page, or bring anything into it, are neither approved nor laid over."""

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.problems import Problems
from leavingwell.themes.portal.tags.log import log_sentence
from leavingwell.translations import registry
from leavingwell.translations.checks import Severity, check
from leavingwell.translations.checks.fitting import fits
from leavingwell.translations.kept import kept
from leavingwell.translations.models import Area, Kind, Status, Translation, TranslationUnit
from leavingwell.translations.registry import hash_of
from leavingwell.translations.services.reviewing import approve
from leavingwell.translations.sources.catalogues import Catalogue
from tests.admin.asking import at
from tests.factories import Household
from tests.translations.workbench.conftest import written

PLAIN = [
    "<!--><script>alert(1)</script>-->",
    "<img src=x onerror=alert(1) ",
    "<!-- a --!><img src=x onerror=alert(1)>-->",
    "<![CDATA[><img src=x>]]>",
    'x" autofocus onfocus="alert(1)',
    "&lt;script&gt;",
    "<b>x</b>",
]
LOG = "%(name)s %(deed)s"
BROKEN = [
    (LOG, "%(na%%me)s %(deed)s"),
    (LOG, "%(name)s %(deed)s {name.__class__.__mro__}"),
    (LOG, "%(name)s %(deed)s {"),
    (LOG, "%(name)999999999s %(deed)s"),
    (LOG, "%(name)s %(deed)s 5 %"),
    ("Up to %s", "%s %s"),
    ("Up to %s", "حتى"),
    ("Half", "5 % d"),
    ("Go to <b>it</b>", "<b onclick=x()>x</b>"),
    ("Go to <b>it</b>", "<b>x</b> <b>y</b>"),
    ("Hello {name}", "{name!r}"),
]


def make_unit(source: str, plural: str = "") -> TranslationUnit:
    kind = Kind.PLURAL if plural else Kind.PLAIN
    facts = {"area": Area.PORTAL, "kind": kind, "source_hash": hash_of(source, plural), "source_plural": plural}
    with national_scope("a text for tests"):
        return TranslationUnit.objects.create(key=f"test:fitting:{source}", source=source, **facts)


def approved_before(north: Household, source: str, text: str, language: str = "ar") -> None:
    """By checks that knew less."""
    with scope(north.council):
        Translation.objects.create(
            unit=make_unit(source), language=language, council=north.council, text=text, status=Status.REVIEWED,
            applied_text=text, applied_hash=hash_of(text),
        )  # fmt: skip
    kept.forget()


@pytest.mark.parametrize(("source", "text"), [*(("Find", text) for text in PLAIN), *BROKEN])
def test_what_does_not_fit_is_an_error(source: str, text: str) -> None:
    unit = TranslationUnit(source=source, kind=Kind.PLAIN)
    assert any(one.severity == Severity.ERROR for one in check(unit, "ar", text))
    assert not fits((source, ""), text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (LOG, "%(deed)s: %(name)s, 5%%"),
        ('Go to <a href="%(url)s">it</a> & on', 'اذهب <a href="%(url)s">هنا</a> & إلى'),
        ("Don't", "لا’' –"),
    ],
)
def test_what_fits_is_none(source: str, text: str) -> None:
    assert fits((source, ""), text)


def test_all_that_is_shipped_fits() -> None:
    catalogues = [source for source in registry.sources() if isinstance(source, Catalogue)]
    forms = [
        (text.source, text.source_plural, form)
        for catalogue in catalogues
        for text in catalogue.texts()
        for words in text.there.values()
        for form in (words if isinstance(words, list) else [words])
    ]
    assert len(forms) > 10_000
    assert [one for one in forms if not fits(one[:2], one[2])] == []


@pytest.mark.parametrize("text", PLAIN)
def test_the_portal_never_shows_it(north: Household, text: str) -> None:
    for source in ("Find", "Skip to content"):
        approved_before(north, source, text)
    page = at(north.council, north.admin).get("/offers/", headers={"Accept-Language": "ar"})
    assert page.status_code == 200
    assert '<html lang="ar" dir="rtl"' in page.content.decode()
    assert text not in page.content.decode()


def test_the_admin_never_shows_it_and_shows_what_is_right(north: Household) -> None:
    from wagtail.users.models import UserProfile

    approved_before(north, "Language", PLAIN[0], "cy")
    approved_before(north, "Area", "Maes y testun hwn", "cy")
    with scope(north.council):
        profile = UserProfile.get_for_user(north.admin.user)
        profile.preferred_language = "cy"
        profile.save()
    page = at(north.council, north.admin).get("/admin/translate/").content.decode()
    assert "Maes y testun hwn" in page
    assert "<!-->" not in page


@pytest.mark.usefixtures("texts")
def test_it_is_refused_when_somebody_would_approve_it(north: Household) -> None:
    with scope(north.council):
        unit = make_unit("A green thing")
        for text in PLAIN:
            row = written(north, unit, text)
            with pytest.raises(Problems):
                approve(row, by=north.editor)


@pytest.mark.parametrize("text", [text for source, text in BROKEN if source == LOG])
def test_the_log_stands_whatever_was_approved_before(north: Household, text: str) -> None:
    approved_before(north, LOG, text)
    entry = {"name": "<Mia>", "role": None, "deed": "looked"}
    with scope(north.council), translation.override("ar"):
        assert gettext(LOG) != text
        assert log_sentence(entry, None, False).replace(":", "") == "<b>&lt;Mia&gt;</b> looked"


@pytest.mark.usefixtures("texts")
def test_a_form_that_says_its_number_in_words_can_be_put_together(north: Household) -> None:
    one, many = "%d green door", "%d green doors"
    forms = ["لا أبواب", "باب واحد", "بابان", *3 * ["%d أبواب"]]
    with scope(north.council):
        approve(written(north, make_unit(one, many), forms), by=north.editor)
        with translation.override("ar"):
            told = [ngettext(one, many, number) % number for number in (0, 1, 2, 5)]
    assert told == ["لا أبواب", "باب واحد", "بابان", "5 أبواب"]
