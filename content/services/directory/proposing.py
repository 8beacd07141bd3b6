"""What an import would do about each service: a row that an editor looks at."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from leavingwell.content.models import DirectoryImport, DirectoryRow, DirectoryService, OfferPage
from leavingwell.content.open_referral.faults import Fault
from leavingwell.content.open_referral.taking.checking import checked
from leavingwell.content.open_referral.taking.comparing import compare
from leavingwell.content.open_referral.taking.offers import values_of
from leavingwell.content.open_referral.taking.paging import NOT_FETCHED
from leavingwell.content.open_referral.taking.service import Reading, Ways, read_service
from leavingwell.content.open_referral.taking.texts import line
from leavingwell.content.services.directory.matching import Matches

Kind = DirectoryRow.Kind


@dataclass
class Known:
    """What is known while a directory is compared: topics by key, the matches of the page, the ids met so far."""

    topics: Mapping[Any, str]
    counts: Counter[str]
    matches: Matches = field(default_factory=lambda: Matches({}))
    seen: dict[UUID, int] = field(default_factory=dict)  # id: row
    services: list[Mapping[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """One service as it was found: what could be read of it, what it would be, what is wrong with it."""

    key: UUID | None
    name: str
    service: Mapping[str, Any] | None
    reading: Reading | None
    faults: list[Fault]


def key_of(found: Any) -> UUID | None:
    value = found.get("id") if isinstance(found, dict) else None
    try:
        return UUID(value) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None


def name_of(found: Any) -> str:
    return line(found.get("name"))[:150] if isinstance(found, dict) else ""


def looked_at(found: Any, ways: Ways) -> Look:
    key, name = key_of(found), name_of(found)
    if isinstance(found, dict) and NOT_FETCHED in found:
        return Look(key, name, None, None, [["not_fetched", "", ""]])
    service, faults = checked(found)
    if service is None:
        return Look(key, name, None, None, faults)
    reading = read_service(service, ways)
    return Look(key, name, service, reading, [*faults, *reading.faults])


def row(position: int, look: Look, kind: Kind, faults: list[Fault] | None = None, **more: Any) -> DirectoryRow:
    told = look.faults if faults is None else [*faults, *look.faults]
    return DirectoryRow(position=position, external_id=look.key, name=look.name, kind=kind, faults=told[:20], **more)


def row_for(position: int, look: Look, known: Known) -> DirectoryRow:
    earlier = known.seen.get(look.key) if look.key else None
    if look.key and earlier is None:
        known.seen[look.key] = position
    if look.reading is None or look.key is None:
        return row(position, look, Kind.UNREADABLE)
    if earlier is not None:
        return row(position, look, Kind.UNREADABLE, [["twice", "", str(earlier)]])
    offer, link = known.matches.offer_of(look.key), known.matches.links.get(look.key)
    if offer is None:
        return row_without_offer(position, look, look.reading, link)
    return row_with_offer(position, look, look.reading, offer, link, known.topics)


def row_without_offer(position: int, look: Look, reading: Reading, link: DirectoryService | None) -> DirectoryRow:
    if reading.left_out:
        return row(position, look, Kind.LEFT_OUT, [reading.left_out])
    deleted = [["deleted_here", "", ""]] if link else []
    return row(position, look, Kind.NEW, deleted, values=reading.values, is_chosen=not link)


def row_with_offer(
    position: int,
    look: Look,
    reading: Reading,
    offer: OfferPage,
    link: DirectoryService | None,
    topics: Mapping[Any, str],
) -> DirectoryRow:
    if offer.council_id is None:
        return row(position, look, Kind.LEFT_OUT, [["national", "", ""]])
    about: dict[str, Any] = {"values": reading.values, "offer": offer}
    if reading.left_out and reading.left_out[0] == "not_running":
        return row(position, look, Kind.GONE if offer.live else Kind.SAME, [reading.left_out], **about)
    changes = compare(values_of(offer, topics), reading.values, link.taken if link else None)
    if not changes:
        return row(position, look, Kind.SAME, **about)
    return row(position, look, Kind.CHANGED, changes=changes, is_chosen=True, **about)


def title_of(link: DirectoryService) -> str:
    return str(link.offer.title)[:150] if link.offer else ""


def gone_rows(run: DirectoryImport, seen: Mapping[UUID, int], last: int) -> int:
    """Offers of this directory that are live, and not in it any more: proposed, and left unless somebody ticks them."""
    links = run.feed.services.filter(offer__live=True).select_related("offer").order_by("offer__title", "pk")
    gone = [link for link in links if link.external_id not in seen]
    rows = [
        DirectoryRow(
            run=run,
            position=last + number,
            external_id=link.external_id,
            name=title_of(link),
            kind=Kind.GONE,
            faults=[["not_in_feed", "", ""]],
            offer=link.offer,
        )
        for number, link in enumerate(gone, start=1)
    ]
    DirectoryRow.objects.bulk_create(rows)
    return len(rows)
