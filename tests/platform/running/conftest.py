"""Two councils, of which one has set up something of everything; and marks of people in every personal table."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.documents.models import Document

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, OfferPage, StandardPage, StoryPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import SignInRules
from leavingwell.platform.plans.models import PlanRules
from leavingwell.questionnaires.models import QuestionnaireRules, Survey, Wording
from leavingwell.themes.models import Theme
from tests.admin.conftest import nation, picture  # noqa: F401
from tests.browser import browser, page_for  # noqa: F401
from tests.factories import make_offer
from tests.questionnaires import exchange_files

MARK = "zebrafish"  # of a person: it stands in no file


def add_pages(council, image, document):
    home = home_page(council)
    page = StandardPage(title="Get help", slug="get-help", heading_en="Get help", heading_ar="مساعدة")
    home.add_child(instance=page)
    page.save_revision().publish()
    links = f'<a linktype="page" id="{page.pk}">help</a> and <a linktype="document" id="{document.pk}">paper</a>'
    offer = make_offer(
        council, "Rent help", body_en=f"<p>See {links}.</p>", last_checked_by=MARK, last_checked_on=date(2026, 5, 1)
    )
    offer.picture, offer.picture_text_en = image, "A house"
    offer.save_revision().publish()
    draft = OfferPage(
        title="Bus pass", slug="bus-pass", topic=offer.topic, heading_en="Bus pass", summary_en="Free rides", live=False
    )
    offer.get_parent().add_child(instance=draft)
    draft.summary_en = "Free rides everywhere"
    draft.save_revision()
    home.add_child(instance=StoryPage(title="My story", slug="story", heading_en="My story", told_by=MARK))


def furnish(house):
    """Something of everything that a council configures."""
    council = house.council
    exchange_files.furnish(house)
    with scope(council):
        image = collections_image(council)
        document = Document.objects.create(
            title="Paper", file=exchange_files_text("paper.txt"), collection=collections_of(council).get()
        )
        Theme.objects.create(logo=image, logo_alternative_text="Two hills", shape="printed")
        add_pages(council, image, document)
        GlossaryTerm.objects.create(term_en="Pathway plan", meaning_en="Your plan", term_ar="خطة")
        HelpLine.objects.create(title_en="Night line", phone="01632 960 999", note_en="Ask for duty")
        Notice.objects.create(title_en="Picnic", starts_at=timezone.now(), ends_at=timezone.now() + timedelta(days=9))
        PlanRules.objects.create(review_every_months=4)
        QuestionnaireRules.objects.create(going_well=80, tell_manager=True)
        SignInRules.objects.create(sealed_client_secret=MARK, client_id=MARK)
        codes = [Wording.objects.filter(council=council).first().indicator.code, "HOME-03"]
        told = {"question_codes": codes, "closes_on": date(2027, 1, 1)}
        Survey.objects.create(title_en="Three words", made_by=house.admin, **told)


def collections_image(council):
    from wagtail.images.models import Image

    return Image.objects.create(title="Crest", file=picture("crest"), collection=collections_of(council).get())


def exchange_files_text(name):
    from django.core.files.base import ContentFile

    return ContentFile(b"Plain words.", name=name)


@pytest.fixture(scope="module")
def _furnished(_households):
    furnish(_households[0])


@pytest.fixture
def furnished(_furnished, north, east):
    """`north` has set up everything, `east` nothing."""
    return north, east
