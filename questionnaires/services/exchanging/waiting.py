"""An upload between "this is what it would change" and "do it".

It stays here for an hour: what the browser sends back is only the hash of what it was shown. There is one for each
person of each council and kind, so that nobody fills the memory.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import wrong_state

SECONDS = 60 * 60
GONE = _("We keep a file for an hour. Choose it once more.")


@dataclass(frozen=True)
class Place:
    """Where the upload of one person for one purpose waits, in the scope that is open."""

    kind: str
    person: Any  # the primary key of who is signed in

    @property
    def key(self) -> str:
        return f"exchange:{self.kind}:{scope.current()}:{self.person}"


def keep(place: Place, data: bytes) -> str:
    """Gives the ticket with which to fetch it."""
    ticket = hashlib.sha256(data).hexdigest()
    cache.set(place.key, (ticket, data), SECONDS)
    return ticket


def fetch(place: Place, ticket: str) -> bytes:
    """Raises WRONG_STATE when it is no longer there, or is another file by now."""
    kept, data = cache.get(place.key) or (None, b"")
    if kept is None or kept != ticket:
        raise wrong_state(GONE)
    return bytes(data)


def forget(place: Place) -> None:
    cache.delete(place.key)
