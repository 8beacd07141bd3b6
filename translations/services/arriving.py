"""Where the words come from that are being saved, and who writes them: what the collector notes of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from leavingwell.translations.models import Origin

_origin: ContextVar[Origin] = ContextVar("origin", default=Origin.EDITOR)
_at_first: ContextVar[Origin | None] = ContextVar("at_first", default=None)
_writer: ContextVar[Any] = ContextVar("writer", default=None)
_quiet: ContextVar[bool] = ContextVar("quiet", default=False)


def origin(council_id: int | None, *, is_new: bool) -> Origin:
    """Nothing that belongs to a council came with the platform."""
    if council_id is not None:
        return Origin.EDITOR if _origin.get() == Origin.SHIPPED else _origin.get()
    return (_at_first.get() if is_new else None) or _origin.get()


def writer(council_id: int | None) -> Any:
    """Whoever writes, where they may stand as the author of a text of this council (None: the nation)."""
    person = _writer.get()
    return person if person and person.council_id in (None, council_id) else None


def is_quiet() -> bool:
    return _quiet.get()


@contextmanager
def setting(variable: ContextVar[Any], value: Any) -> Iterator[None]:
    token = variable.set(value)
    try:
        yield
    finally:
        variable.reset(token)


def arriving(origin: Origin) -> Any:
    """For loaders and imports: the translations found at their places are of this origin."""
    return setting(_origin, origin)


def seen_first(origin: Origin) -> Any:
    """For looking at everything: translations that nobody knew of are of this origin."""
    return setting(_at_first, origin)


def written_by(person: Any) -> Any:
    return setting(_writer, person)


def quietly() -> Any:
    """For whoever saves rows and collects them, or knows what is collected, by itself."""
    return setting(_quiet, True)
