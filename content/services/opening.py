"""Opening a council: its site, its page tree, its collection for images and documents, its editors' groups."""

from collections.abc import Sequence

from django.db import transaction
from wagtail.models import Page, Site

from leavingwell.content.models import HomePage, OfferIndexPage
from leavingwell.content.services.admin_groups import sync_groups
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope


@transaction.atomic
def open_council(
    *, slug: str, name: str, host: str, language_codes: Sequence[str], default_language: str = "en", port: int = 80
) -> Council:
    """Makes a council that works at once: national wording, an empty local offer, a plain theme."""
    council = Council.objects.create(
        slug=slug, name=name, host=host, language_codes=list(language_codes), default_language=default_language
    )
    with scope(council):
        home = open_pages(council)
    Site.objects.create(hostname=host, port=port, site_name=name, root_page=home)
    sync_groups(council)  # makes the collection for its images and documents as well
    return council


def open_pages(council: Council) -> HomePage:
    home = HomePage(title=council.name, slug=council.slug)
    Page.get_first_root_node().add_child(instance=home)
    home.add_child(instance=OfferIndexPage(title="Local offer", slug="offers", heading_en="What I can get"))
    return home


def home_page(council: Council) -> HomePage:
    home: HomePage = HomePage.objects.get(council=council)
    return home


def offer_index(council: Council) -> OfferIndexPage:
    index: OfferIndexPage = OfferIndexPage.objects.child_of(home_page(council)).get()
    return index
