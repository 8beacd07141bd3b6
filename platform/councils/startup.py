"""A web or worker process refuses to start in front of a database whose tenant wall does not stand."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from leavingwell.platform.councils import checks


def refuse_if_unwalled() -> None:
    """Raises `ImproperlyConfigured` with every fault found; opens and closes its own connections."""
    found = checks.check_models(None) + checks.check_wall(None, databases=list(connections))
    connections.close_all()
    if found:
        raise ImproperlyConfigured(
            "Leaving Well will not start:\n" + "\n".join(f"{fault.id} {fault.msg}" for fault in found)
        )
