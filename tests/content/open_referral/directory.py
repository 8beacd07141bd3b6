"""Directories for tests: services as the standard writes them, and an import from reading to writing."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from leavingwell.content.models import DirectoryFeed, DirectoryImport, DirectoryRow, OfferTopic
from leavingwell.content.services.directory.applying import apply_import
from leavingwell.content.services.directory.deciding import carry_out
from leavingwell.content.services.directory.feeds import FeedSettings, save_feed
from leavingwell.content.services.directory.reading import read_import
from leavingwell.content.services.directory.starting import start_import
from leavingwell.platform.councils.scope import national_scope

STANDARD = Path(__file__).parents[1] / "open_referral_uk"
SPACE = UUID("0c6d2f0e-7f86-4c5a-b7f0-0f6f4b5b8f11")


def example(name: str) -> Any:
    return json.loads((STANDARD / "examples" / f"{name}.json").read_text())


def key(number: int) -> str:
    return str(uuid5(SPACE, str(number)))


def service(number: int = 1, **fields: Any) -> dict[str, Any]:
    name = f"Service {number}"
    return {"id": key(number), "name": name, "status": "active", "description": f"About {name}.", **fields}


def make_topic() -> OfferTopic:
    with national_scope("topics for tests"):
        words = {"paragraph": "e", "order": 5, "title_en": "Home", "starts_on": "2018-04-01"}
        topic, _created = OfferTopic.objects.get_or_create(council=None, code="home", defaults=words)
    return topic


def make_feed(name: str = "Community directory", **settings: Any) -> DirectoryFeed:
    """Inside the council's scope."""
    return save_feed(FeedSettings(name, **{"topic": make_topic(), **settings}), by=None)


def read(feed: DirectoryFeed, services: Any, *, is_whole: bool = True) -> DirectoryImport:
    """Read from a file and compared: ready to look at, or failed."""
    data = services if isinstance(services, bytes) else json.dumps(services).encode()
    run = start_import(feed, by=None, data=data, is_whole=is_whole, queued=False)
    read_import(run.pk)
    run.refresh_from_db()
    return run


def write(run: DirectoryImport, *, publishes: bool = True) -> DirectoryImport:
    carry_out(run, publishes=publishes, by=None, queued=False)
    apply_import(run.pk)
    run.refresh_from_db()
    return run


def take(feed: DirectoryFeed, services: Any, **options: Any) -> DirectoryImport:
    return write(read(feed, services), **options)


def kinds(run: DirectoryImport) -> dict[str, int]:
    return {kind: number for kind, number in run.counts.items() if number and kind != "results"}


def only_row(run: DirectoryImport) -> DirectoryRow:
    return run.rows.get()
