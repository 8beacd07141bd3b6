"""Settings of the web server, for demonstration and production: `gunicorn -c python:leavingwell.platform.gunicorn`."""

import gc
import os
from typing import Any

from django.db import connections

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
preload_app = True
control_socket_disable = True  # it is one file per user, so two installations would get in each other's way


def when_ready(server: Any) -> None:
    """Before the workers fork: a connection opened while loading must not be shared by them."""
    connections.close_all()


def post_worker_init(worker: Any) -> None:
    keep_what_is_loaded()


def keep_what_is_loaded() -> None:
    """What was loaded stays for good, so the collector need not look at it again and again."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
