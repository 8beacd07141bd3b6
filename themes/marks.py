"""Short marks of contents, by which a cache knows whether they changed."""

import json
from hashlib import sha256
from typing import Any


def mark_of(content: Any) -> str:
    """Quoted, as HTTP has it."""
    return f'"{sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]}"'
