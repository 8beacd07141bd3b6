"""The demonstration's texts and settings: JSON under `data/`, a folder for each council, one for shared words."""

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
COUNCILS = ("northmoor", "eastmarsh")


@cache
def read(folder: str, name: str) -> Any:
    """The content of `data/<folder>/<name>.json`; not to be changed by the caller."""
    return json.loads((DATA / folder / f"{name}.json").read_text(encoding="utf-8"))
