"""Fixtures of the admin's tests: two councils with content in every table that the admin shows."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, Revision

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, OfferPage, OfferTopic, StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.questionnaires.models import (
    ChoiceLabel,
    Domain,
    Indicator,
    Questionnaire,
    QuestionnaireVersion,
    Survey,
    Wording,
)
from leavingwell.themes.models import Theme
from tests.browser import browser, page_for  # noqa: F401
from tests.factories import Household, make_offer, make_person


@dataclass
class Place:
    """A council's household and its content. Every text of `rows` holds the council's short name."""

    household: Household
    collection: Collection
    image: Image
    document: Document
    home: Any
    offer: OfferPage
    page: StandardPage
    revision: Revision
    rows: dict[type, Any] = field(default_factory=dict)

    @property
    def council(self) -> Council:
        return self.household.council


def picture(name: str) -> ImageFile:
    data = BytesIO()
    Picture.new("RGB", (8, 8), "navy").save(data, "PNG")
    return ImageFile(BytesIO(data.getvalue()), name=f"{name}.png")


def own_framework(slug: str) -> dict[type, Any]:
    """Own rows of every kind of wording, and own questions, which only the council has."""
    questionnaire = Questionnaire.objects.get(code="outcomes")
    national = Indicator.objects.get(code="HOME-01")
    domain = Domain.objects.create(
        questionnaire=questionnaire, code="HOME", name=f"Home of {slug}", title_en=f"Home of {slug}", order=0
    )
    Indicator.objects.create(
        domain=national.domain,
        code=f"OWN-{slug}"[:20],
        order=1,
        answer_type="YN",
        scores=[2, 1, 0],
        is_core=False,
        level=2,
    )
    wording = Wording.objects.create(
        indicator=national, text_en=f"Safe in {slug}?", text_ar=f"{slug} ar", help_en=f"Why: {slug}"
    )
    label = ChoiceLabel.objects.create(answer_type="YN", code="yes", label_en=f"Yes, {slug}", order=0)
    return {Domain: domain, Wording: wording, ChoiceLabel: label}


def own_content(slug: str, image: Image) -> dict[type, Any]:
    return {
        Notice: Notice.objects.create(title_en=f"Notice of {slug}", body_en=f"Text of {slug}"),
        HelpLine: HelpLine.objects.create(title_en=f"Night line of {slug}", phone="0300", note_en=f"Ask {slug}"),
        GlossaryTerm: GlossaryTerm.objects.create(term_en=f"Word of {slug}", meaning_en=f"Meant by {slug}"),
        OfferTopic: OfferTopic.objects.create(code=f"own-{slug}", paragraph="x", order=9, title_en=f"Topic of {slug}"),
        Theme: Theme.objects.create(logo=image, logo_alternative_text=f"Logo of {slug}"),
    }


def own_surveys(slug: str) -> dict[type, Any]:
    """A draft, and one that is out."""
    told = {"question_codes": ["HOME-03"], "closes_on": timezone.localdate() + timedelta(days=7)}
    version = QuestionnaireVersion.objects.filter(council=None).first()
    Survey.objects.create(title_en=f"Asked in {slug}", state="sent", questionnaire_version=version, **told)
    return {Survey: Survey.objects.create(title_en=f"Survey of {slug}", **told)}


def furnish(household: Household) -> Place:
    council, slug = household.council, household.council.slug
    with scope(council):
        collection = collections_of(council).get()
        image = Image.objects.create(title=f"Picture of {slug}", file=picture(slug), collection=collection)
        image.tags.add(f"tag-{slug}")
        document = Document.objects.create(
            title=f"Paper of {slug}", file=ContentFile(slug.encode(), name=f"{slug}.txt"), collection=collection
        )
        document.tags.add(f"tag-{slug}")
        offer = make_offer(council, f"Offer of {slug}", body_en=f"<p>Body of {slug}</p>", provider=slug)
        page = StandardPage(title=f"Page of {slug}", slug=f"page-{slug}", heading_en=f"Heading of {slug}")
        home_page(council).add_child(instance=page)
        revision = page.save_revision(user=household.editor.user)
        rows = {**own_framework(slug), **own_content(slug, image), **own_surveys(slug)}
        return Place(household, collection, image, document, home_page(council), offer, page, revision, rows)


@pytest.fixture
def here(north: Household) -> Place:
    """The council whose editors act."""
    return furnish(north)


@pytest.fixture
def elsewhere(east: Household) -> Place:
    """The other council: nothing of it may be seen or touched."""
    return furnish(east)


@dataclass
class Nation:
    operator: Person
    framework_editor: Person
    superuser: Any


@pytest.fixture
def nation(framework: None) -> Nation:
    from leavingwell.platform.people.models import User

    with national_scope("staff for tests"):
        return Nation(
            make_person(Role.OPERATOR, "Olu Operator"),
            make_person(Role.FRAMEWORK_EDITOR, "Fran Framework"),
            User.objects.create_superuser("root@example.org", "a long password for tests"),
        )
