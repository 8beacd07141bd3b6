"""The load test's settings: only what carries the scope, and the database connections as the environment says."""

import os

from leavingwell.platform.settings.test import *  # noqa: F403
from leavingwell.platform.settings.test import DATABASES

ROOT_URLCONF = "tests.load.application"
MIDDLEWARE = [
    "leavingwell.platform.councils.middleware.CouncilMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # allauth wants it, whatever else there is
]
LOGGING = {"version": 1, "root": {"level": "CRITICAL"}}
if os.environ["CONNECTIONS"] == "pool":
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        "pool": {"min_size": 1, "max_size": 3},
    }
