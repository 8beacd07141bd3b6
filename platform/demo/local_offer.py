"""What stands round a council's offers: areas, pictures, stories, news, events, places, answers."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.images import get_image_model

from leavingwell.content.models import (
    Area,
    DropInPage,
    EventPage,
    NewsPage,
    OfferTopic,
    OfferTopicStart,
    QuestionsPage,
    StoryPage,
)
from leavingwell.content.services.opening import home_page
from leavingwell.content.services.topics import columns
from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import DATA, read

Data = dict[str, Any]
Pictures = Mapping[str, Any]
TEXTS = ("heading", "intro", "directions")


def block(name: str, value: Any) -> Data:
    return {"type": name, "value": value}


def stream(blocks: list[Data]) -> str:
    """As a field of blocks takes what comes from a file."""
    return json.dumps(blocks)


def add_pictures(council: Council, data: Data) -> Pictures:
    made = {}
    for name, words in data["pictures"].items():
        with (DATA / council.slug / "pictures" / f"{name}.png").open("rb") as file:
            made[name] = get_image_model().objects.create(
                title=words["en"][:100],
                file=ImageFile(file, name=f"{council.slug}-{name}.png"),
                collection=collections_of(council).get(),
            )
    return made


def add_areas(data: Data) -> dict[str, Area]:
    rows = enumerate(data["areas"])
    return {
        one["code"]: Area.objects.create(code=one["code"], order=place, **columns(name=one["name"]))
        for place, one in rows
    }


def show_topics_early(data: Data, clock: Clock) -> None:
    for code, days in data["shown_early"].items():
        topic = OfferTopic.objects.get(council=None, code=code)
        OfferTopicStart.objects.create(topic=topic, starts_on=clock.day(days))


def pictured(one: Data, data: Data, pictures: Pictures) -> Data:
    """The picture of an offer or a page, with what it shows in each language."""
    name = one.get("picture")
    return {"picture": pictures[name], **columns(picture_text=data["pictures"][name])} if name else {}


def contacts(one: Data) -> str:
    return stream([block("contact", {**who, "hours": who.get("hours", [])}) for who in one.get("contacts", [])])


def offer_facts(one: Data, data: Data, pictures: Pictures) -> Data:
    plain = ("value", "value_period", "categories", "circumstances", "areas", "address")
    texts = ("who_it_is_for", "evidence", "directions", "alert")
    return {
        **{name: one[name] for name in plain if name in one},
        **columns(**{name: one[name] for name in texts if name in one}),
        **pictured(one, data, pictures),
        "contacts": contacts(one),
        "resources": stream([block("link", link) for link in one.get("links", [])]),
    }


def bodies(one: Data, pictures: Pictures) -> Data:
    found = {}
    for language, blocks in one["body"].items():
        ready = [{**part, "value": with_picture(part["value"], pictures)} for part in blocks]
        found[f"body_{language}"] = stream(ready)
    return found


def with_picture(value: Any, pictures: Pictures) -> Any:
    named = isinstance(value, dict) and "image" in value
    return {**value, "image": pictures[value["image"]].pk} if named else value


def page_facts(one: Data, data: Data, pictures: Pictures) -> Data:
    texts = columns(**{name: one[name] for name in TEXTS if name in one})
    named = {"title": one["heading"]["en"], "slug": one["slug"]}
    return {**named, **texts, **bodies(one, pictures), **pictured(one, data, pictures)}


def place_facts(one: Data, areas: Mapping[str, Area]) -> Data:
    names: tuple[str, ...] = ("place", "address", "step_free")
    return {**{name: one[name] for name in names if name in one}, "area": areas.get(one.get("area", ""))}


def event_day(one: Data, clock: Clock) -> date:
    """So many days from now; the next Sunday after that, where it is a thing for Sundays (`weekday` 6)."""
    day = clock.day(one["days"])
    return day + timedelta(days=(one["weekday"] - day.weekday()) % 7) if "weekday" in one else day


def event_facts(one: Data, areas: Mapping[str, Area], clock: Clock) -> Data:
    starts_at = timezone.make_aware(datetime.combine(event_day(one, clock), time(one["hour"])))
    ends_at = starts_at + timedelta(hours=one["hours"])
    return {**place_facts(one, areas), "starts_at": starts_at, "ends_at": ends_at}


def drop_in_facts(one: Data, areas: Mapping[str, Area]) -> Data:
    hours = stream([block("hours", hours) for hours in one["hours"]])
    return {**place_facts(one, areas), "hours": hours, "contacts": contacts(one)}


def add_articles(council: Council, clock: Clock, put: Callable[..., None], pictures: Pictures) -> None:
    data, home = read(council.slug, "local_offer"), home_page(council)
    areas = {area.code: area for area in Area.objects.all()}
    makers: dict[str, Callable[[Data], Any]] = {
        "stories": lambda one: StoryPage(told_by=one["told_by"], **page_facts(one, data, pictures)),
        "news": lambda one: NewsPage(published_on=clock.day(one["days"]), **page_facts(one, data, pictures)),
        "events": lambda one: EventPage(**event_facts(one, areas, clock), **page_facts(one, data, pictures)),
        "places": lambda one: DropInPage(**drop_in_facts(one, areas), **page_facts(one, data, pictures)),
        "answers": lambda one: QuestionsPage(**page_facts(one, data, pictures)),
    }
    for kind, make in makers.items():
        for one in data[kind]:
            put(home, make(one), clock)
