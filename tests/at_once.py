"""Two people do something at the same moment, each on a connection of their own."""

import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import Any

from django.db import connection

from leavingwell.platform.problems import Problems


def at_once(*attempts: Callable[[], Any], told: Callable[[Any], str]) -> list[str]:
    """What each came to: what `told` makes of the answer, the code of the problem, or the name of an error."""
    outcomes: list[str] = []
    together = threading.Barrier(len(attempts))

    def run(attempt: Callable[[], Any]) -> None:
        together.wait()
        try:
            outcomes.append(told(attempt()))
        except Problems as refused:
            outcomes.append(refused.problems[0].code.value)
        except Exception as error:
            outcomes.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(run, attempt)) for attempt in attempts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)
