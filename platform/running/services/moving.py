"""A council's configuration out to a file, and a file in.

The dry run is the run itself, taken back at its end: so it cannot promise anything else than what will happen.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound, nothing
from leavingwell.platform.councils.configuration.media import MediaOut
from leavingwell.platform.councils.configuration.outcome import Outcome, State
from leavingwell.platform.councils.configuration.registry import Part, parts
from leavingwell.platform.councils.configuration.unpacking import MediaIn
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import ProblemCode, invalid, refuse
from leavingwell.platform.running.archive import Archive, Origin


def here() -> Council:
    return Council.objects.get(pk=scope.current_council_id())


@dataclass
class Plan:
    """What bringing in a file does, part by part."""

    archive: Archive
    outcomes: list[tuple[Part, Outcome]] = field(default_factory=list)

    @property
    def whole(self) -> Outcome:
        whole = Outcome()
        for _part, outcome in self.outcomes:
            whole.add(outcome)
        return whole

    @property
    def changes_anything(self) -> bool:
        return bool(self.whole.changes)

    @property
    def fingerprint(self) -> str:
        """Of all that somebody was shown."""
        whole = self.whole
        shown = sorted([one.state.value, one.kind, one.name, *one.fields] for one in whole.differences)
        left = sorted([one.kind, one.name, one.why] for one in whole.left_out)
        return hashlib.sha256(json.dumps([shown, left]).encode()).hexdigest()


def packed(*, for_another: bool = False, without: Collection[str] = ()) -> Archive:
    """The configuration of the council whose scope is open. Raises WRONG_STATE where a file cannot be read."""
    council, journey = here(), Outbound(MediaOut(), for_another)
    found = {part.name: part.export(journey) for part in parts() if part.name not in without}
    origin = Origin(council.slug, council.name)
    return Archive(origin, timezone.now().isoformat(), found, journey.media.about, journey.media.files)


@transaction.atomic
def export_configuration(*, by: Person | None) -> Archive:
    """On record in the council."""
    archive = packed()
    record("configuration.exported", here(), by=by, changes={"parts": [None, sorted(archive.parts)]})
    return archive


def check_parts(archive: Archive) -> None:
    if strange := set(archive.parts) - {part.name for part in parts()}:
        raise invalid(_("There is a part in this file that we do not know: %s.") % ", ".join(sorted(strange))[:200])


def length_of(part: Any) -> int:
    """How many steps bringing it in takes, about."""
    rows = [len(one) for one in part.values() if isinstance(one, list)] if isinstance(part, dict) else []
    return sum(rows) or 1


def steps_of(archive: Archive) -> int:
    return sum(length_of(part) for part in archive.parts.values())


def run(archive: Archive, media: MediaIn, *, by: Person | None, step: Callable[[], None] = nothing) -> Plan:
    """Inside a transaction."""
    check_parts(archive)
    Council.objects.select_for_update(no_key=True).get(pk=scope.current_council_id())  # one at a time
    plan, journey = Plan(archive), Inbound(media, by, step=step)
    for part in parts():
        if part.name in archive.parts:
            plan.outcomes.append((part, part.bring(archive.parts[part.name], journey)))
    return plan


@contextmanager
def clashes_in_words() -> Iterator[None]:
    """Around a transaction. Raises INVALID where the database refuses a row."""
    try:
        yield
    except DatabaseError as error:
        raise invalid(_("This file cannot be brought in: two of its rows do not go together.")) from error


def preview(archive: Archive, *, by: Person | None) -> Plan:
    """Changes nothing. Raises INVALID for what no export would have written."""
    with clashes_in_words(), transaction.atomic():
        plan = run(archive, MediaIn(archive.files, archive.about, store=False), by=by)
        transaction.set_rollback(True)
    return plan


def bring_in(
    archive: Archive, fingerprint: str | None, *, by: Person | None, step: Callable[[], None] = nothing
) -> Plan:
    """Does what was shown, and nothing else. Raises CONFLICT when something has changed since, and as `preview` does.

    None for a `fingerprint`: nobody was shown anything, as when a council is opened.
    """
    media = MediaIn(archive.files, archive.about, store=True)
    try:
        with clashes_in_words(), transaction.atomic():
            plan = run(archive, media, by=by, step=step)
            if fingerprint not in (None, plan.fingerprint):
                raise refuse(ProblemCode.CONFLICT, _("Something has changed since you looked. Look once more."))
            if plan.changes_anything:
                record("configuration.imported", here(), by=by, changes=for_the_record(plan))
    except BaseException:
        media.throw_away()
        raise
    return plan


def for_the_record(plan: Plan) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {"from": [None, plan.archive.origin.slug]}
    for part, outcome in plan.outcomes:
        if outcome.changes:
            numbers = {state.value: len(outcome.of(state)) for state in (State.NEW, State.CHANGED)}
            found[part.name] = [None, numbers]
    return found
