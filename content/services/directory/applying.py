"""What a worker does last: it writes the rows that were chosen, some at a time, each once.

Whatever happens to the worker, the rows that are written are noted with what they became, in the same transaction:
the next try goes on with the others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from leavingwell.content.models import (
    DirectoryImport,
    DirectoryRow,
    DirectoryService,
    OfferIndexPage,
    OfferPage,
    OfferTopic,
)
from leavingwell.content.models.content_rules import content_rules, may_publish_at_once
from leavingwell.content.open_referral.faults import Fault
from leavingwell.content.open_referral.taking.comparing import same
from leavingwell.content.open_referral.taking.offers import values_of
from leavingwell.content.services.directory.deciding import WRITTEN
from leavingwell.content.services.directory.matching import Offers, offers_of
from leavingwell.content.services.directory.progress import State, move
from leavingwell.content.services.directory.writing import new_offer, put, put_in_tree
from leavingwell.content.services.opening import offer_index
from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.models import Council

PAGE = 25  # rows in one transaction
LONGEST_SLUG = 60
Kind = DirectoryRow.Kind
Result = DirectoryRow.Result


class PassedOver(Exception):
    """This row is not written. Its only argument is the fault."""

    def __init__(self, code: str) -> None:
        self.fault: Fault = [code, "", ""]


@dataclass
class Desk:
    """What is needed to write one page of rows, fetched together."""

    run: DirectoryImport
    user: Any
    index: OfferIndexPage
    topics: Mapping[str, OfferTopic]
    offers: Offers
    slugs: set[str]
    second_person: bool  # who has to approve what is published, and what is taken off
    publishes: bool  # as the editor wanted, if the council's rules still let it: they may have changed in the queue

    @property
    def codes(self) -> dict[Any, str]:
        return {topic.pk: topic.code for topic in self.topics.values()}


def desk_for(run: DirectoryImport, rows: list[DirectoryRow]) -> Desk:
    index = offer_index(Council.objects.get(pk=run.council_id))
    wanted = {slugify(row.name)[:LONGEST_SLUG] for row in rows}
    siblings = OfferPage.objects.child_of(index)
    return Desk(
        run,
        run.by.user if run.by else None,
        index,
        {topic.code: topic for topic in OfferTopic.objects.all()},
        offers_of(row.offer_id for row in rows if row.offer_id),
        set(siblings.filter(slug__in=wanted).values_list("slug", flat=True)),
        content_rules().second_person,
        run.publishes and may_publish_at_once(),
    )


def slug_for(row: DirectoryRow, desk: Desk) -> str:
    slug = slugify(row.name)[:LONGEST_SLUG].strip("-") or "offer"
    if slug in desk.slugs or slug == "offer":
        slug = f"{slug}-{str(row.external_id)[-12:]}"
    desk.slugs.add(slug)
    return slug


def add(row: DirectoryRow, desk: Desk) -> DirectoryRow.Result:
    row.offer = new_offer(row.values, slug_for(row, desk), desk.topics)
    put_in_tree(row.offer, desk.index, publishes=desk.publishes, user=desk.user)
    return Result.LIVE if desk.publishes else Result.DRAFT


def wanted_changes(row: DirectoryRow) -> list[Mapping[str, Any]]:
    return [one for one in row.changes if not one["conflict"] or one["field"] in row.overwrites]


def change(row: DirectoryRow, desk: Desk) -> DirectoryRow.Result:
    """Into the draft where there is one: nobody's half-written words are published on the way."""
    offer = offer_of(row, desk)
    now, changes = values_of(offer, desk.codes), wanted_changes(row)
    if not all(same(now.get(one["field"]), one["before"]) for one in row.changes):
        raise PassedOver("changed_meanwhile")
    if not changes:
        return Result.KEPT
    had_draft = offer.has_unpublished_changes
    page = offer.get_latest_revision_as_object() if had_draft else offer
    for one in changes:
        put(page, one["field"], one["after"], desk.topics)
    revision = page.save_revision(user=desk.user)
    if had_draft and offer.live:
        row.faults = [*row.faults, ["has_draft", "", ""]]
    if had_draft or not offer.live or not desk.publishes:
        return Result.DRAFT
    revision.publish(user=desk.user)
    return Result.LIVE


def offer_of(row: DirectoryRow, desk: Desk) -> OfferPage:
    offer = desk.offers.get(row.offer_id)
    if offer is None:
        raise PassedOver("gone_meanwhile")
    return offer


def take_off(row: DirectoryRow, desk: Desk) -> DirectoryRow.Result:
    if desk.second_person:
        raise PassedOver("second_person")
    offer_of(row, desk).unpublish(user=desk.user)
    return Result.UNPUBLISHED


DO = {Kind.NEW.value: add, Kind.CHANGED.value: change, Kind.GONE.value: take_off}


def write(row: DirectoryRow, desk: Desk) -> None:
    try:
        with transaction.atomic():
            row.result = DO[row.kind](row, desk)
            if row.offer and row.kind != Kind.GONE:
                ReferenceIndex.create_or_update_for_object(row.offer)
    except PassedOver as passed:
        row.result, row.faults = Result.PASSED_OVER, [passed.fault, *row.faults]
    except (ValidationError, IntegrityError, KeyError) as error:
        fields = ", ".join(getattr(error, "error_dict", None) or [type(error).__name__])
        row.result, row.faults = Result.PASSED_OVER, [["not_written", "", fields[:200]], *row.faults]


def note_taken(run: DirectoryImport, rows: Iterable[DirectoryRow]) -> None:
    """What the directory said this time: the next import asks only about what has changed since."""
    said = {row.external_id: row for row in rows if row.external_id}
    known = DirectoryService.objects.filter(feed_id=run.feed_id, external_id__in=list(said))
    links: dict[UUID, DirectoryService] = {link.external_id: link for link in known}
    for key, link in links.items():
        link.taken, link.offer_id, link.taken_at = said[key].values, said[key].offer_id, timezone.now()
    DirectoryService.objects.bulk_update(links.values(), ["taken", "offer", "taken_at"], batch_size=200)
    DirectoryService.objects.bulk_create(
        DirectoryService(feed_id=run.feed_id, external_id=key, offer_id=row.offer_id, taken=row.values)
        for key, row in said.items()
        if key not in links
    )


@transaction.atomic
def write_page(run: DirectoryImport) -> int:
    """How many rows there were to write. Two workers at once take different ones."""
    waiting = run.rows.filter(is_chosen=True, result="", kind__in=WRITTEN).order_by("position")
    rows = list(waiting.select_for_update(skip_locked=True, of=("self",))[:PAGE])
    if not rows:
        return 0
    desk = desk_for(run, rows)
    with disable_reference_index_auto_update():  # else each offer's is made anew at each of its saves
        for row in rows:
            write(row, desk)
    DirectoryRow.objects.bulk_update(rows, ["result", "faults", "offer"])
    note_taken(run, [row for row in rows if row.kind != Kind.GONE and row.result != Result.PASSED_OVER])
    return len(rows)


def note_same(run: DirectoryImport) -> None:
    """Both say the same, whoever said it first."""
    rows = list(run.rows.filter(kind=Kind.SAME, offer__directory_services__feed=run.feed_id).distinct())
    if rows:
        note_taken(run, rows)


def finish(run: DirectoryImport) -> None:
    results = dict.fromkeys(Result.values, 0)
    for result in run.rows.filter(is_chosen=True, kind__in=WRITTEN).values_list("result", flat=True):
        results[result] += 1
    with transaction.atomic():
        counts = {**run.counts, "results": {name: number for name, number in results.items() if number}}
        move(run, state=State.DONE, counts=counts, payload=None, finished_at=timezone.now())
        record("directory.imported", run, by=run.by, changes={"results": [None, counts["results"]]})


def apply_import(pk: Any) -> None:
    """Safe to run again: it goes on where it was."""
    run = DirectoryImport.objects.select_related("feed", "by__user").filter(pk=pk).first()
    if run is None or run.state != State.APPLYING:
        return
    note_same(run)
    while write_page(run):
        move(run, done=run.rows.filter(is_chosen=True, kind__in=WRITTEN).exclude(result="").count())
    finish(run)
