"""Stories, events and places for tests: inside a council's scope, live at once."""

import json
from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from leavingwell.content.models import DropInPage, EventPage, NewsPage, QuestionsPage, StoryPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.models import Council

numbers = count(1)
HOURS = {"days": ["MO", "TU", "WE", "FR"], "opens_at": "09:00:00", "closes_at": "17:30:00"}


def blocks(*parts: tuple[str, Any]) -> str:
    return json.dumps([{"type": name, "value": value} for name, value in parts])


def put(council: Council, model: type, title: str, **fields: Any) -> Any:
    page = model(title=title, slug=f"{title.lower().replace(' ', '-')}", heading_en=title, **fields)
    home_page(council).add_child(instance=page)
    return page


def make_story(council: Council, title: str = "", **fields: Any) -> StoryPage:
    return put(council, StoryPage, title or f"Story {next(numbers)}", **fields)


def make_news(council: Council, title: str = "", **fields: Any) -> NewsPage:
    return put(council, NewsPage, title or f"News {next(numbers)}", **fields)


def make_event(council: Council, title: str = "", *, days: int = 3, **fields: Any) -> EventPage:
    starts_at = timezone.now() + timedelta(days=days)
    return put(council, EventPage, title or f"Event {next(numbers)}", **{"starts_at": starts_at, **fields})


def make_place(council: Council, title: str = "", **fields: Any) -> DropInPage:
    hours = blocks(("hours", HOURS))
    return put(council, DropInPage, title or f"Place {next(numbers)}", **{"hours": hours, **fields})


def make_answers(council: Council, title: str = "", **fields: Any) -> QuestionsPage:
    return put(council, QuestionsPage, title or f"Answers {next(numbers)}", **fields)


def body_with(image: Any, document: Any) -> str:
    """One block of each kind."""
    picture = {"image": image.pk, "alternative_text": "A garden", "decoration": False, "caption": "Ours"}
    return blocks(
        ("text", "<h3>Hello</h3><p>A grant is yours.</p>"),
        ("picture", picture),
        ("quote", {"words": "It went well", "who": "Wren"}),
        ("callout", {"title": "Good to know", "words": "Ask twice."}),
        ("question", {"question": "Why?", "answer": "<p>Because.</p>"}),
        ("link", {"title": "A site", "url": "https://example.org/"}),
        ("document", {"title": "A form", "document": document.pk}),
        ("contact", {"name": "Bramble", "phone": "01632 960 126", "hours": [{"type": "item", "value": HOURS}]}),
    )
