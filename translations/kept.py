"""What this process remembers of translations, so that a warm request asks nobody.

What a transaction has changed is remembered for that transaction alone until it is committed: it may be rolled back.
Nothing is remembered that was read before a change and arrives after it. Other processes learn of one within seconds.
"""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from inspect import unwrap
from typing import Any, TypeVar
from uuid import uuid4
from weakref import ref

import redis.exceptions
from django.core.cache import cache
from django.db import connection, transaction

STAMP = "translations:stamp"
EVERY = 5.0  # seconds after which to ask whether another process has changed anything

Place = tuple[int, str]  # a scope's value, and a language
Memory = dict[tuple[str, Place], Any]  # by what is remembered, and of where
V = TypeVar("V")


class OfTransaction(threading.local):
    """`stamps` are the changes after which `memory` was read.

    They were looked for among `looked_at` hooks, the last of them `last`: known, but not held beyond its transaction.
    """

    def __init__(self) -> None:
        self.stamps: tuple[str, ...] = ()
        self.memory: Memory = {}
        self.looked_at = 0
        self.last: Callable[[], Any] = lambda: None

    def changes(self) -> tuple[str, ...]:
        """What waits for the commit is only added to, or taken back from its end: one look at the end tells."""
        waiting: Any = connection.run_on_commit
        hook = waiting[-1][1]
        if len(waiting) != self.looked_at or hook is not self.last():
            self.looked_at, self.last = len(waiting), ref(hook)
            tellers = (unwrap(entry[1]) for entry in waiting)
            self.forget_before(tuple(one.stamp for one in tellers if isinstance(one, Tell)))
        return self.stamps

    def forget_before(self, stamps: tuple[str, ...]) -> None:
        if stamps != self.stamps:  # changed again, or partly rolled back
            self.stamps, self.memory = stamps, {}


class Kept:
    def __init__(self) -> None:
        self.shared: Memory = {}
        self.of_transaction = OfTransaction()
        self.stamp: Any = None
        self.asked = 0.0
        self.times_forgotten = 0

    def forget(self) -> None:
        self.times_forgotten += 1
        self.shared.clear()
        self.of_transaction.memory.clear()

    def refresh(self) -> None:
        if time.monotonic() - self.asked < EVERY:
            return
        self.asked = time.monotonic()
        with suppress(redis.exceptions.RedisError):
            if (stamp := cache.get(STAMP)) != self.stamp:
                self.stamp = stamp
                self.forget()

    def memory(self) -> Memory:
        """That of everybody, but where this thread's transaction has changed something."""
        mine = self.of_transaction
        return mine.memory if connection.run_on_commit and mine.changes() else self.shared

    def found(
        self, what: str, places: Sequence[Place], load: Callable[[list[Place]], Mapping[Place, V]]
    ) -> dict[Place, V]:
        """Remembered, or else loaded. Nothing where the database answers no more in this transaction."""
        self.refresh()
        memory = self.memory()
        there = {place: one for place in places if (one := memory.get((what, place))) is not None}
        new = [place for place in places if place not in there]
        if not new or (connection.in_atomic_block and connection.needs_rollback):
            return there
        before = self.times_forgotten
        loaded = load(new)
        if before == self.times_forgotten:
            memory.update({(what, place): one for place, one in loaded.items()})
        return {**there, **loaded}


kept = Kept()


@dataclass(frozen=True)
class Tell:
    """Waits for the commit: a rollback takes it away."""

    stamp: str

    def __call__(self) -> None:
        kept.forget()
        kept.stamp = self.stamp
        with suppress(redis.exceptions.RedisError):
            cache.set(STAMP, self.stamp, None)


def changed() -> None:
    """In this transaction at once, elsewhere when it is committed."""
    transaction.on_commit(Tell(uuid4().hex))


def state() -> str:
    """Another one after each change: for whoever keeps what was made from these words."""
    kept.refresh()
    return str(kept.stamp)
