"""Production: refuses to start when a secret or an address is missing."""

import os

from leavingwell.platform.settings.base import *  # noqa: F403
from leavingwell.platform.settings.base import STORAGES

SECRET_KEY = os.environ["SECRET_KEY"]
# After a change of keys: the former ones, with commas between them, until nothing is left that they signed.
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split(",") if key]
DATABASE_URL = os.environ["DATABASE_URL"]
REDIS_URL = os.environ["REDIS_URL"]
EMAIL_HOST = os.environ["EMAIL_HOST"]
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_USE_TLS = True
EMAIL_TIMEOUT = 20  # seconds
EMAIL_BACKEND = "leavingwell.platform.people.queued_email.QueuedEmailBackend"

# Without it all clients of a proxy would share one address, and one limit on how often they may try to sign in.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("ALLAUTH_TRUSTED_PROXY_COUNT", "1"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

if _bucket := os.environ.get("FILES_BUCKET"):  # any S3: needs the extra `s3`
    _options = {"bucket_name": _bucket, "endpoint_url": os.environ.get("FILES_ENDPOINT"), "querystring_auth": True}
    STORAGES = {
        **STORAGES,
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {**_options, "location": "media"}},
        "private": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {**_options, "location": "documents"}},
    }
