"""How an account stands to whom, asked for once while something is read.

Reading alone remembers, and no longer than one request: whoever changes a right sees it at once.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from leavingwell.platform.access.relations import Relation

Known = Mapping[UUID, frozenset[Relation]]  # by the young person's id
Memory = dict[int, Known | None]  # by the account's id; None for one with more relations than are listed

_memory: ContextVar[Memory | None] = ContextVar("remembered_relations", default=None)


@contextmanager
def remembering(memory: Memory | None) -> Iterator[None]:
    """What is read within is kept in `memory`; with None every right is asked for anew."""
    token = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(token)


def remembered(account: int, read: Callable[[], Known | None]) -> Known | None:
    """None where nothing is remembered, and where there are more than are listed."""
    memory = _memory.get()
    if memory is None:
        return None
    if account not in memory:
        memory[account] = read()
    return memory[account]
