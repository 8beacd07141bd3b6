"""A council's content: its local offer, its pages of text, a notice, its own help line and hard words."""

from typing import Any

from wagtail.models import Page

from leavingwell.content.models import GlossaryTerm, HelpLine, Notice, OfferPage, OfferTopic, StandardPage
from leavingwell.content.services.opening import home_page, offer_index
from leavingwell.content.services.topics import columns
from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.local_offer import (
    Pictures,
    add_areas,
    add_articles,
    add_pictures,
    offer_facts,
    show_topics_early,
)

Data = dict[str, Any]
PLAIN = ("provider", "youngest", "oldest", "phone", "email", "hours", "last_checked_by")
TEXTS = ("heading", "summary", "body", "how_to_get_it")


def put(parent: Page, page: Page, clock: Clock, *, live: bool = True) -> None:
    """As the admin leaves a page: published with its revision, or a draft. In one save rather than its three."""
    page.live = live
    if live:
        page.first_published_at = page.last_published_at = clock.now
    parent.add_child(instance=page)
    revision = page.save_revision(changed=not live, clean=False)
    if live:
        Page.objects.filter(pk=page.pk).update(live_revision=revision)


def offer(data: Data, topics: dict[str, OfferTopic], clock: Clock, facts: Data) -> OfferPage:
    return OfferPage(
        title=data["heading"]["en"],
        slug=data["slug"],
        topic=topics[data["topic"]],
        last_checked_on=clock.day(data["checked"]) if "checked" in data else None,
        **{name: data[name] for name in PLAIN if name in data},
        **columns(**{name: data[name] for name in TEXTS if name in data}),
        **facts,
    )


def fill_offer(council: Council, data: Data, clock: Clock, pictures: Pictures) -> None:
    index = offer_index(council)
    for column, text in columns(**data["index"]).items():
        setattr(index, column, text)
    index.save_revision().publish()
    topics = {topic.code: topic for topic in OfferTopic.objects.all()}
    more = read(council.slug, "local_offer")
    for one in [*data["offers"], *more["more_offers"]]:
        facts = offer_facts({**one, **more["offers"].get(one["slug"], {})}, more, pictures)
        put(index, offer(one, topics, clock, facts), clock, live=one.get("live", True))


def fill_pages(council: Council, pages: list[Data], clock: Clock) -> None:
    home = home_page(council)
    for data in pages:
        words = columns(**{name: data[name] for name in ("heading", "intro", "body") if name in data})
        put(home, StandardPage(title=data["heading"]["en"], slug=data["slug"], **words), clock)


def fill(council: Council, clock: Clock) -> None:
    """Everything that anybody may read."""
    data = read(council.slug, "content")
    more = read(council.slug, "local_offer")
    add_areas(more)
    show_topics_early(more, clock)
    pictures = add_pictures(council, more)
    fill_offer(council, data, clock, pictures)
    fill_pages(council, data["pages"], clock)
    add_articles(council, clock, put, pictures)
    for place, line in enumerate(data["help_lines"]):
        HelpLine.objects.create(phone=line["phone"], order=place, **columns(title=line["title"], note=line["note"]))
    for term in data["glossary"]:
        GlossaryTerm.objects.create(**columns(term=term["term"], meaning=term["meaning"]))
    for notice in data["notices"]:
        starts_at = clock.at(clock.day(notice["from"]), 9)
        Notice.objects.create(starts_at=starts_at, **columns(title=notice["title"], body=notice["body"]))
