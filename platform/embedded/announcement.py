"""The demonstration's addresses and sign-ins as text, from the demo.json that load_demo writes."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

FOR_PROGRAMS = "_token"  # columns that nobody types; programs find them in the file


def announcement(path: Path) -> str:
    """A table for each list in the file, with the keys of its objects as columns."""
    if not path.exists():
        return ""
    lists = json.loads(path.read_text(encoding="utf-8"))
    return "\n\n".join(_table(_words(name), rows) for name, rows in lists.items())


def _table(title: str, rows: Sequence[Mapping[str, object]]) -> str:
    columns = [name for name in dict.fromkeys(name for row in rows for name in row) if not name.endswith(FOR_PROGRAMS)]
    lines = [[_words(name) for name in columns], *([_cell(row.get(name)) for name in columns] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([title, *text])


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _cell(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
