"""The nation's rows, and a council's own in their place."""

from typing import Any

from leavingwell.platform.councils import scope


def in_this_scope(rows: Any) -> list[Any]:
    """The nation's rows and the council's own. The national scope sees every council's: they are not the nation's."""
    return [row for row in rows if row.council_id in (None, scope.current())]


def own_over_national(rows: Any, key: Any) -> dict[Any, Any]:
    """The council's row where there is one, else the nation's, by `key(row)`."""
    chosen: dict[Any, Any] = {}
    for row in sorted(in_this_scope(rows), key=lambda row: row.council_id is not None):
        chosen[key(row)] = row
    return chosen
