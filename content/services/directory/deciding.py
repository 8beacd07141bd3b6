"""What an editor wants of an import: which rows, and where the directory's words go in place of the council's own."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.content.models import DirectoryImport, DirectoryRow
from leavingwell.content.models.content_rules import may_publish_at_once
from leavingwell.content.services.directory.progress import State, move, seems_dead
from leavingwell.content.services.directory.starting import enqueue
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import wrong_state

WRITTEN = (DirectoryRow.Kind.NEW, DirectoryRow.Kind.CHANGED, DirectoryRow.Kind.GONE)


def locked(run: DirectoryImport) -> DirectoryImport:
    """Raises WRONG_STATE when somebody else has decided in the meantime."""
    run = DirectoryImport.objects.select_for_update(of=("self",)).select_related("feed").get(pk=run.pk)
    if run.state != State.READY:
        raise wrong_state(_("This import was decided on in the meantime."))
    return run


@transaction.atomic
def tick(
    run: DirectoryImport, shown: Collection[Any], chosen: Collection[Any], overwrites: Mapping[Any, Iterable[str]]
) -> None:
    """Of the rows that were shown, those that are chosen, and the fields of each in which the directory wins."""
    run = locked(run)
    rows = list(run.rows.filter(pk__in=shown, kind__in=WRITTEN))
    for row in rows:
        conflicts = {change["field"] for change in row.changes if change["conflict"]}
        row.is_chosen = str(row.pk) in chosen
        row.overwrites = sorted(conflicts & set(overwrites.get(str(row.pk), ())))
    DirectoryRow.objects.bulk_update(rows, ["is_chosen", "overwrites"], batch_size=200)


@transaction.atomic
def tick_all(run: DirectoryImport, kind: str, is_chosen: bool) -> None:
    locked(run).rows.filter(kind=kind, kind__in=WRITTEN).update(is_chosen=is_chosen)


@transaction.atomic
def carry_out(run: DirectoryImport, *, publishes: bool, by: Person | None, queued: bool = True) -> DirectoryImport:
    """Writes what is chosen, as a job; as drafts where the council's rules let nothing be published at once.

    Raises WRONG_STATE when it was decided on already.
    """
    run, publishes = locked(run), publishes and may_publish_at_once()
    chosen = run.rows.filter(is_chosen=True, kind__in=WRITTEN).count()
    move(run, state=State.APPLYING, publishes=publishes, done=0, total=chosen, by=by or run.by)
    record("directory.import_decided", run, by=by, changes={"chosen": [None, chosen], "publishes": [None, publishes]})
    if queued:
        transaction.on_commit(partial(enqueue, run, "write_directory"))
    return run


@transaction.atomic
def leave(run: DirectoryImport, *, by: Person | None) -> None:
    """Nothing of it is written."""
    run = locked(run)
    move(run, state=State.LEFT, payload=None, finished_at=timezone.now())
    record("directory.import_left", run, by=by)


@transaction.atomic
def compare_again(run: DirectoryImport) -> None:
    """After the topics of its terms, or an offer, have changed. Ticks start anew."""
    run = locked(run)
    move(run, state=State.WAITING, done=0, total=0)
    transaction.on_commit(partial(enqueue, run, "read_directory"))


@transaction.atomic
def carry_on(run: DirectoryImport) -> None:
    """For a job that is gone. One that is only slow does no harm: each row is written once."""
    run = DirectoryImport.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if not seems_dead(run):
        raise wrong_state(_("It is going on. Look again in a moment."))
    move(run)
    job = "write_directory" if run.state == State.APPLYING else "read_directory"
    transaction.on_commit(partial(enqueue, run, job))


def is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
