"""A part that is made of tables: most parts are."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.councils.configuration import registry
from leavingwell.platform.councils.configuration.bringing import bring
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound, nothing
from leavingwell.platform.councils.configuration.outcome import Outcome
from leavingwell.platform.councils.configuration.registry import Part
from leavingwell.platform.councils.configuration.tables import Table
from leavingwell.platform.problems import Message, invalid


class TablePart(Part):
    """Its tables are brought in one after the other: what others point to comes first."""

    def __init__(self, name: str, label: Message, order: int, tables: tuple[Table, ...]) -> None:
        self.name, self.label, self.order, self.tables = name, label, order, tables
        self.models = tuple(table.model for table in tables)

    def export(self, journey: Outbound) -> dict[str, Any]:
        taken = [table for table in self.tables if not (table.is_local and journey.for_another)]
        return {table.name: table.export(journey) for table in taken}

    def bring(self, wanted: Any, journey: Inbound) -> Outcome:
        known = {table.name: table for table in self.tables}
        if not isinstance(wanted, dict) or set(wanted) - set(known):
            raise invalid(_("There is something in the part “%s” of this file that we do not know.") % self.name)
        first = self.once(known, wanted, journey)
        if not first.changes:
            return first
        # What pointed to a row that came after it finds it now.
        return merged(first, self.once(known, wanted, replace(journey, step=nothing)))

    def once(self, known: dict[str, Table], wanted: dict[str, Any], journey: Inbound) -> Outcome:
        outcome = Outcome()
        for name, table in known.items():
            if name in wanted:
                outcome.add(bring(table, wanted[name], journey))
        return outcome


def merged(first: Outcome, second: Outcome) -> Outcome:
    """What the first round did, and what only the second one could."""
    told = {(one.kind, one.name) for one in first.differences}
    later = [one for one in second.differences if (one.kind, one.name) not in told]
    return Outcome([*first.differences, *later], second.left_out)


def register_tables(name: str, label: Message, order: int, *tables: Table) -> None:
    registry.register(TablePart(name, label, order, tables))
    for table in tables:
        if registry.addressed_as(table.model) is None:
            registry.address(table.model, table)
