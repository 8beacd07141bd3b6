"""The nation's own pages: one tree beside those of the councils, read in each of them and written in none.

Again and again, with the same result: what the file says of a page is put right, and becomes a new revision.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from wagtail.models import Page

from leavingwell.content.models import HomePage, OfferIndexPage, OfferPage, OfferTopic, StandardPage
from leavingwell.content.services.columns import Texts, columns

SLUG, TITLE = "national-content", "National"
OFFER_TEXTS = ("heading", "summary", "who_it_is_for", "body", "how_to_get_it", "evidence")
OFFER_FACTS = ("provider", "youngest", "oldest", "value_period", "phone", "link")
PAGE_TEXTS = ("heading", "intro", "body")
Data = Mapping[str, Any]


def national_home() -> HomePage | None:
    home: HomePage | None = HomePage.objects.filter(council=None).first()
    return home


def put(parent: Page, model: Any, slug: str, values: Mapping[str, Any]) -> Any:
    """The page of that kind and slug under `parent`, live, with these values. One that has them is left alone."""
    page = model.objects.child_of(parent).filter(slug=slug, council=None).first()
    if page is None:
        page = model(slug=slug, **values)
        parent.add_child(instance=page)
        return page
    if page.live and all(getattr(page, name) == value for name, value in values.items()):
        return page
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(log_action=True).publish(skip_permission_checks=True)
    return page


def texts(data: Data, names: tuple[str, ...]) -> Texts:
    return columns(**{name: data[name] for name in names if name in data})


def offer_values(data: Data, topics: Mapping[str, OfferTopic]) -> dict[str, Any]:
    facts = {name: data[name] for name in OFFER_FACTS if name in data}
    value = Decimal(data["value"]) if "value" in data else None
    words = texts(data, OFFER_TEXTS)
    return {"title": words["heading_en"], "topic": topics[data["topic"]], "value": value, **facts, **words}


def load_pages(data: Data) -> None:
    """In the national scope, after the topics."""
    home = put(Page.get_first_root_node(), HomePage, SLUG, {"title": TITLE})
    index = put(home, OfferIndexPage, "offers", {"title": "National offers", **texts(data["index"], PAGE_TEXTS)})
    topics = {topic.code: topic for topic in OfferTopic.objects.filter(council=None)}
    for one in data["offers"]:
        put(index, OfferPage, one["slug"], offer_values(one, topics))
    for one in data["pages"]:
        words = texts(one, PAGE_TEXTS)
        put(home, StandardPage, one["slug"], {"title": words["heading_en"], **words})
