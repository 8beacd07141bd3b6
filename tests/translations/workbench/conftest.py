"""Two councils with translators, a national text, and texts of their own."""

from dataclasses import dataclass

import pytest

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.roles import Role
from leavingwell.translations.models import TranslationUnit
from leavingwell.translations.services.drafting import save_translation
from leavingwell.translations.services.translators import set_languages
from tests.admin.asking import at, at_the_nation
from tests.conftest import check_links
from tests.factories import make_person

NATIONAL_WORDS = "Somebody to talk to, day and night"
OWN_WORDS = "Your personal adviser is here on %(day)s"


@dataclass
class Texts:
    """A unit of the nation's, and one of each council's."""

    national: TranslationUnit
    north: TranslationUnit
    east: TranslationUnit


def unit_of(row, field):
    return TranslationUnit.objects.get(object_id=str(row.pk), field=field)


@pytest.fixture(scope="module")
def _texts(_households):
    with national_scope("a text for tests"):
        national = unit_of(HelpLine.objects.create(title_en=NATIONAL_WORDS, phone="116"), "title")
        GlossaryTerm.objects.create(term_en="personal adviser", meaning_en="Your worker", term_ar="المستشار الشخصي")
    own = []
    for household in _households:
        with scope(household.council):
            own.append(unit_of(Notice.objects.create(title_en=OWN_WORDS, body_en="A body."), "title"))
            set_languages(household.people["translator"], translates=["ar"], reviews=[], by=household.people["admin"])
    check_links()
    return Texts(national, *own)


@pytest.fixture
def texts(_texts, db):
    return _texts


@pytest.fixture
def translator(north, texts):
    return at(north.council, north.translator)


@pytest.fixture
def reviewer(north, texts):
    return at(north.council, north.editor)


@pytest.fixture
def operator(texts):
    with national_scope("staff for tests"):
        return at_the_nation(make_person(Role.OPERATOR, "Olu Operator").user)


def address(unit, language="ar", query=""):
    return f"/admin/translate/text/{unit.pk}/{language}/{query}"


def written(household, unit, text, *, by=None, **facts):
    with scope(household.council):
        return save_translation(unit, "ar", text, by=by or household.translator, **facts)
