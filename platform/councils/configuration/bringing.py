"""Bringing rows in: each is compared with the one that is here, and written only where it differs."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from leavingwell.platform.councils.configuration import streams
from leavingwell.platform.councils.configuration.fields import Missing, is_rich, is_stream, text_here
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.media import MediaOut, kind_of
from leavingwell.platform.councils.configuration.outcome import Difference, LeftOut, Outcome, State
from leavingwell.platform.councils.configuration.tables import Row, Table, missing, sentences
from leavingwell.platform.problems import invalid

Here = dict[tuple[str, ...], Row]


def check_rows(table: Table, rows: Any) -> list[Row]:
    """Raises INVALID for what no export would have written: another council's number in a field that we do not know."""
    if not isinstance(rows, list):
        raise invalid(_("%s: this is not a list of rows.") % table.label)
    for row in rows:
        check_row(table, row)
    keys = [tuple(row["key"]) for row in rows]
    if len(keys) != len(set(keys)):
        raise invalid(_("%s: a row is there twice.") % table.label)
    return rows


def check_row(table: Table, row: Any) -> None:
    if not isinstance(row, dict) or set(row) != {"key", "fields"} or not isinstance(row["fields"], dict):
        raise invalid(_("%s: a row is not as it should be.") % table.label)
    if not isinstance(row["key"], list) or not all(isinstance(one, str) for one in row["key"]):
        raise invalid(_("%s: a row has no name.") % table.label)
    if strange := set(row["fields"]) - set(table.fields):
        words = _("%(kind)s: there is something in this file that we do not know: %(names)s.")
        raise invalid(words % {"kind": table.label, "names": ", ".join(sorted(strange))[:200]})


def as_here(table: Table, values: Mapping[str, Any], way: Inbound) -> dict[str, Any]:
    """The values with files named as they will be once they are kept here. Raises INVALID for a faulty file."""
    found = dict(values)
    for name, value in values.items():
        field = table.fields[name]
        if value is None:
            continue
        if field.is_relation and kind_of(field.related_model):
            found[name] = way.media.name_here(value) if isinstance(value, str) else value
        elif is_stream(field):
            block = getattr(field, "translated_field", field).stream_block
            found[name] = streams.walk(block, value, renamed(way))
        elif is_rich(field):
            found[name] = text_here(value, way)
    return found


def renamed(way: Inbound) -> streams.Changes:
    def row(model: type[Any], reference: Any) -> Any:
        is_file = kind_of(model) and isinstance(reference, str)
        return way.media.name_here(reference) if is_file else reference

    return streams.Changes(row=row, text=lambda html: text_here(html, way))


def changed_fields(table: Table, here: Row, wanted: Mapping[str, Any]) -> list[str]:
    """A language that the file does not have is one that goes; anything else that it does not name stays."""
    old = here["fields"]
    gone = [name for name in old if name not in wanted and getattr(table.fields[name], "language", None)]
    return gone + [name for name, value in wanted.items() if old.get(name) != value]


def names_of(table: Table, names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(table.fields[name].verbose_name) for name in names))


def title_of(row: Row) -> str:
    return " / ".join(row["key"])


class Bringing:
    """One table's rows."""

    def __init__(self, table: Table, way: Inbound) -> None:
        self.table, self.way, self.outcome = table, way, Outcome()
        self.here: Here = {tuple(row["key"]): row for row in table.export(Outbound(MediaOut(way.media.made)))}
        self.rows = table.existing()

    def all(self, wanted: list[Row]) -> Outcome:
        for row in wanted:
            self.one(row)
            self.way.step()
        keys = {tuple(row["key"]) for row in wanted}
        for key, row in self.here.items():
            if key not in keys:
                self.tell(State.ONLY_HERE, row)
        return self.outcome

    def one(self, row: Row) -> None:
        here, values = self.here.get(tuple(row["key"])), as_here(self.table, row["fields"], self.way)
        names = changed_fields(self.table, here, values) if here else []
        if here and not names:
            self.tell(State.SAME, row)
            return
        try:
            self.write(row)
        except Missing as what:
            self.leave(row, missing(what))
        except ValidationError as error:
            self.leave(row, sentences(error))
        else:
            self.tell(State.CHANGED if here else State.NEW, row, names_of(self.table, names))

    def write(self, wanted: Row) -> None:
        key = wanted["key"]
        row = self.rows.get(tuple(key)) or self.table.new(key)
        self.table.take(row, wanted["fields"], self.way)
        if not self.table.is_named(row, key):
            raise invalid(_("%(kind)s: %(name)s is not the name of that row.") % self.words(wanted))
        self.table.save(row, key, self.way)
        self.way.book.note(self.table.model, row.pk, key)

    def words(self, row: Row) -> dict[str, str]:
        return {"kind": self.table.label, "name": title_of(row)}

    def tell(self, state: State, row: Row, names: tuple[str, ...] = ()) -> None:
        self.outcome.differences.append(Difference(state, self.table.label, title_of(row), names))

    def leave(self, row: Row, why: str) -> None:
        self.outcome.left_out.append(LeftOut(self.table.label, title_of(row), why))


def bring(table: Table, rows: Any, way: Inbound) -> Outcome:
    return Bringing(table, way).all(check_rows(table, rows))
