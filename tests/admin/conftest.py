"""Fixtures of the admin's tests: two councils with content in every table that the admin shows."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.admin.models import EditingSession
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.log_actions import log
from wagtail.models import Collection, Comment, Page, Revision, UploadedFile

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, OfferPage, OfferTopic, StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.models import Person, User
from leavingwell.platform.people.roles import Role
from leavingwell.platform.running.progress import Progress, tell
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
from leavingwell.translations import runs
from tests.admin.any_rows import make_missing
from tests.browser import browser, page_for  # noqa: F401
from tests.conftest import check_links
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


def traces(household: Household, page: Any) -> None:
    """What Wagtail keeps of those who edit: who is at it, what was said, what was done, and what is half uploaded."""
    slug, user = household.council.slug, household.editor.user
    tell(f"run-{slug}", Progress(told=[slug]))
    runs.store(f"run-{slug}", runs.Run("file", str(household.admin.pk), "ar", name=slug, told=[slug]))
    EditingSession.objects.create(user=user, content_object=Page.objects.get(pk=page.pk), last_seen_at=timezone.now())
    Comment.objects.create(page=page, user=user, text=f"Comment of {slug}", contentpath="heading_en")
    for who in (user, None):  # a colleague, and a job
        log(page, "wagtail.edit", user=who, title=f"Page of {slug}")
    for kind in (Image, Document):
        waiting = ContentFile(slug.encode(), name=f"waiting-{slug}.txt")
        content_type = ContentType.objects.get_for_model(kind)
        UploadedFile.objects.create(for_content_type=content_type, file=waiting, uploaded_by_user=user)


def furnish(household: Household) -> Place:
    council, slug = household.council, household.council.slug
    with scope(council):
        collection = collections_of(council).get()
        image = Image.objects.create(
            title=f"Picture of {slug}", description=f"Seen in {slug}", file=picture(slug), collection=collection
        )
        image.tags.add(f"tag-{slug}")
        document = Document.objects.create(
            title=f"Paper of {slug}", file=ContentFile(slug.encode(), name=f"{slug}.txt"), collection=collection
        )
        document.tags.add(f"tag-{slug}")
        offer = make_offer(council, f"Offer of {slug}", body_en=f"<p>Body of {slug}</p>", provider=slug)
        page = StandardPage(title=f"Page of {slug}", slug=f"page-{slug}", heading_en=f"Heading of {slug}")
        home_page(council).add_child(instance=page)
        revision = page.save_revision(user=household.editor.user)
        traces(household, page)
        rows = {**own_framework(slug), **own_content(slug, image), **own_surveys(slug)}
        place = Place(household, collection, image, document, home_page(council), offer, page, revision, rows)
        make_missing(place)
        return place


@pytest.fixture(scope="module")
def _places(_households: list[Household]) -> list[Place]:
    """Both councils, furnished once for a file."""
    places = [furnish(household) for household in _households]
    with national_scope("something to inherit"):
        GlossaryTerm.objects.create(term_en="National word", meaning_en="The same everywhere")
    check_links()
    return places


@pytest.fixture
def here(_places: list[Place], db: None) -> Place:
    """The council whose editors act."""
    return deepcopy(_places[0])


@pytest.fixture
def elsewhere(_places: list[Place], db: None) -> Place:
    """The other council: nothing of it may be seen or touched."""
    return deepcopy(_places[1])


@dataclass
class Nation:
    operator: Person
    framework_editor: Person
    superuser: Any


@pytest.fixture
def nation(framework: None) -> Nation:
    with national_scope("staff for tests"):
        return Nation(
            make_person(Role.OPERATOR, "Olu Operator"),
            make_person(Role.FRAMEWORK_EDITOR, "Fran Framework"),
            User.objects.create_superuser("root@example.org", "a long password for tests"),
        )
