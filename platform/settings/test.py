"""The tests: as the demonstration, with e-mail kept in memory and quick password hashing."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from leavingwell.platform.settings.base import *  # noqa: F403
from leavingwell.platform.settings.base import CACHES, DATABASES, INSTALLED_APPS, RQ_QUEUES, STORAGES

_FILES = Path(tempfile.mkdtemp(prefix="leavingwell-tests-"))
atexit.register(shutil.rmtree, _FILES, ignore_errors=True)

SECRET_KEY = "the tests hold no secrets"
NATIONAL_HOSTS = ["national.test"]
INSTALLED_APPS = [*INSTALLED_APPS, "leavingwell.platform.demo"]
DATABASES = {"default": {**DATABASES["default"], "TEST": {"TEMPLATE": os.environ.get("TEST_TEMPLATE")}}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
EMAIL_FILE_PATH = _FILES / "outbox"
MEDIA_ROOT = _FILES / "media"
STATIC_ROOT = _FILES / "static"  # collected files are not needed, but each test client looks through the folder
STATIC_ROOT.mkdir()
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": _FILES / "documents", "base_url": None},
    },
}
RQ_QUEUES = {name: {**queue, "ASYNC": False} for name, queue in RQ_QUEUES.items()}
CACHES = {**CACHES, "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SINGLE_SIGN_ON_ANYWHERE = True
GRAPHQL_INTROSPECTION = True
GRAPHQL_EXPLORER = True
OUTBOX_PAGE = True
