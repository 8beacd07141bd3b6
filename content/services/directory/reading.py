"""What a worker does first: it reads the directory, compares it with the offers, and leaves the rest to an editor."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from leavingwell.content.models import Area, DirectoryFeed, DirectoryImport, DirectoryRow, OfferTopic
from leavingwell.content.open_referral.faults import NotRead
from leavingwell.content.open_referral.ids import council_id, topic_id
from leavingwell.content.open_referral.taking.paging import fetch_services
from leavingwell.content.open_referral.taking.parsing import read_services
from leavingwell.content.open_referral.taking.places import area_names
from leavingwell.content.open_referral.taking.service import Ways
from leavingwell.content.open_referral.taking.topics import counted
from leavingwell.content.services.directory.matching import find_matches, topic_codes
from leavingwell.content.services.directory.progress import State, fail, move, packed, unpacked
from leavingwell.content.services.directory.proposing import Known, gone_rows, key_of, looked_at, row_for

PAGE = 200  # services that are compared at a time


def read_import(pk: Any) -> None:
    """Safe to run again: what was read is kept, and is compared anew."""
    run = DirectoryImport.objects.select_related("feed__topic", "feed__council").filter(pk=pk).first()
    if run is None or run.state not in (State.WAITING, State.READING):
        return
    move(run, state=State.READING)
    try:
        if run.payload is None:
            move(run, payload=packed(fetch_services(run.feed.address, lambda n, of: move(run, done=n, total=of))))
        services = read_services(unpacked(bytes(run.payload or b"")))
    except NotRead as refused:
        fail(run, refused.fault)
        return
    compare_import(run, services)


def ways_of(feed: DirectoryFeed) -> Ways:
    """As the council set it; terms of our own feeds are known without being told."""
    codes = OfferTopic.objects.values_list("code", flat=True)
    return Ways(
        today=timezone.localdate(),
        topics={**{topic_id(code): code for code in codes}, **feed.topics},
        other_topic=feed.topic.code if feed.topic else "",
        areas=area_names(Area.objects.all()),
        own_organization=council_id(feed.council.slug),
        only_our_ages=feed.takes_only_our_ages,
    )


def pages_of(services: Sequence[Any]) -> Iterator[tuple[int, Sequence[Any]]]:
    for start in range(0, len(services), PAGE):
        yield start, services[start : start + PAGE]


def compare_page(run: DirectoryImport, start: int, services: Sequence[Any], ways: Ways, known: Known) -> None:
    looked = [looked_at(one, ways) for one in services]
    keys = {key for one in services if (key := key_of(one))}
    known.matches = find_matches(run.feed, keys)
    rows = [row_for(position, one, known) for position, one in enumerate(looked, start=start + 1)]
    for row in rows:
        row.run = run
    DirectoryRow.objects.bulk_create(rows)
    known.counts.update(row.kind for row in rows)
    known.services += [one.service for one in looked if one.service]


@transaction.atomic
def compare_import(run: DirectoryImport, services: Sequence[Any]) -> None:
    """All of it or nothing: an editor never sees half a comparison."""
    DirectoryImport.objects.select_for_update().get(pk=run.pk)
    run.rows.all().delete()
    ways, known = ways_of(run.feed), Known(topic_codes(), counts=Counter())
    for start, page in pages_of(services):
        compare_page(run, start, page, ways, known)
    if run.is_whole:
        known.counts[DirectoryRow.Kind.GONE] += gone_rows(run, known.seen, len(services))
    DirectoryFeed.objects.filter(pk=run.feed_id).update(terms=counted(known.services))
    counts = {kind: known.counts[kind] for kind in DirectoryRow.Kind.values}
    move(run, state=State.READY, counts=counts, done=len(services), total=len(services))
