"""The demonstration on one's own machine: never for real people's data."""

import os

from leavingwell.platform.settings.base import *  # noqa: F403
from leavingwell.platform.settings.base import DATA_DIR, INSTALLED_APPS

SECRET_KEY = os.environ.get("SECRET_KEY", "the demonstration holds no secrets")
DEBUG = False
INSTALLED_APPS = [*INSTALLED_APPS, "leavingwell.platform.demo"]
NATIONAL_HOSTS = ["localhost", "127.0.0.1"]
PORTAL_ADDRESS = f"http://{{host}}:{os.environ.get('PORT') or 8000}/"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "outbox"
OUTBOX_PAGE = True  # /outbox/ shows the e-mails that would have been sent
GRAPHQL_INTROSPECTION = True
GRAPHQL_EXPLORER = True
