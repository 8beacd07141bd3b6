"""Settings that all installations share. Every secret and address comes from the environment."""

import os
from pathlib import Path

import dj_database_url

from leavingwell.translations.languages import LANGUAGES as REGISTER
from leavingwell.translations.languages import RIGHT_TO_LEFT, SOURCE

DATA_DIR = Path(os.environ.get("DATA_DIR", "var")).resolve()
DATABASE_URL = os.environ.get("DATABASE_URL", "")
REDIS_URL = os.environ.get("REDIS_URL", "")

# Hosts are checked by CouncilMiddleware: any that is not a council's gets one neutral page and nothing else.
ALLOWED_HOSTS = ["*"]
NATIONAL_HOSTS: list[str] = [host for host in os.environ.get("NATIONAL_HOSTS", "").split(",") if host]

INSTALLED_APPS = [
    "leavingwell.platform.councils",  # first: its permission policies must stand before Wagtail's own
    "leavingwell.platform.audit",
    "leavingwell.platform.people",
    "leavingwell.translations",
    "leavingwell.themes",
    "leavingwell.content",
    "leavingwell.questionnaires",
    "leavingwell.platform.access",
    "leavingwell.platform.plans",
    "leavingwell.platform.documents",
    "leavingwell.platform.insight",
    "leavingwell.platform.running",
    "leavingwell.graphql",
    "leavingwell.themes.portal",
    "modeltranslation",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
    "guardian",
    "strawberry_django",
    "django_rq",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]
MIDDLEWARE = [
    "leavingwell.platform.room.with_room",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "leavingwell.platform.health.HealthMiddleware",
    "leavingwell.platform.audit.origin.OriginMiddleware",
    "leavingwell.platform.councils.middleware.CouncilMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "leavingwell.themes.portal.devices.DeviceMiddleware",
    "leavingwell.platform.people.middleware.ViewerMiddleware",
    "leavingwell.platform.councils.national_log.NationalLogMiddleware",
    "leavingwell.translations.middleware.LanguageMiddleware",
    "leavingwell.translations.in_place.InPlaceMiddleware",
    "leavingwell.themes.portal.middleware.PortalMiddleware",
    "leavingwell.themes.portal.handing_over.HandedOverMiddleware",
    "leavingwell.platform.people.sign_in.second_step.SecondStepMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "leavingwell.platform.people.sign_in.limits.ProofLimitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "leavingwell.platform.councils.admin.guard.AdminGuardMiddleware",
]
ROOT_URLCONF = "leavingwell.platform.urls.council"
WSGI_APPLICATION = "leavingwell.platform.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(
        DATABASE_URL or "postgresql:///leavingwell",
        engine="leavingwell.platform.councils.postgres",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL or "redis://127.0.0.1:6379/0",
        "KEY_PREFIX": "leavingwell",
    },
    # Anybody can fill it, by asking for something new each time: so it stands in each process, and is small.
    "answers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "answers",
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
}
RQ_QUEUES = {"default": {"URL": REDIS_URL or "redis://127.0.0.1:6379/0", "DEFAULT_TIMEOUT": 300}}
RQ = {"COMMIT_MODE": "on_db_commit"}

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "documents", "base_url": None},
    },
}

LANGUAGE_CODE = SOURCE
LANGUAGES = [(language.code, language.english_name) for language in REGISTER.values()]
LANGUAGES_BIDI = RIGHT_TO_LEFT
LANGUAGE_COOKIE_NAME = "language"
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField", "RichTextField")
MODELTRANSLATION_FALLBACK_LANGUAGES = (SOURCE,)
TIME_ZONE = "Europe/London"
USE_TZ = True

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "leavingwell.platform.people.backends.AccountBackend",
    "guardian.backends.ObjectPermissionBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# auth.W004: an e-mail is unique within a council, and UserManager looks only there.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
ANONYMOUS_USER_NAME = None
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PORTAL_ADDRESS = "https://{host}/"  # what e-mails give as the address of a council's portal
EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # what the job worker sends e-mails by
ACCOUNT_ADAPTER = "leavingwell.platform.people.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # sign-up is closed; without it there is no password to sign in with
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the council that invites a person vouches for the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # our adapter is asked, and sends nothing (people/adapter.py)
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""  # else it would be the host's address
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}  # digits are on every keyboard
ACCOUNT_RATE_LIMITS = {  # how often in how long, by the client's address (ip) and by account (key): each ends by itself
    "login": "60/m/ip",
    "login_failed": "10/m/ip,5/5m/key,20/h/key",  # passwords, and second steps of any kind
    "request_login_code": "20/m/ip,3/m/key,12/h/key",  # each code can be tried three times
    "reset_password": "20/m/ip,3/m/key,12/h/key",
    "prove": "30/m/ip",  # codes and keys of every kind
    "council_account": "60/m/ip",
    "join": "10/10m/ip,5/h/key",  # codes of letters: by address, and by the code that was tried
}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
# allauth's own generator would copy each address to a table in which it is unique over all councils.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
SOCIALACCOUNT_ADAPTER = "leavingwell.platform.people.sign_in.adapter.CouncilAccountAdapter"
SINGLE_SIGN_ON_ANYWHERE = False  # True, for tests: a council's provider may be local, and without HTTPS
DIRECTORIES_ANYWHERE = False  # True, for tests: a service directory may be inside our own network
# Machine drafts of translations (translations.machine): "libretranslate" or "deepl", its address, and its key.
MACHINE_TRANSLATION_FORMAT = os.environ.get("MACHINE_TRANSLATION_FORMAT", "")
MACHINE_TRANSLATION_ADDRESS = os.environ.get("MACHINE_TRANSLATION_ADDRESS", "")
MACHINE_TRANSLATION_KEY = os.environ.get("MACHINE_TRANSLATION_KEY", "")
MACHINE_TRANSLATION_INSIDE = os.environ.get("MACHINE_TRANSLATION_INSIDE") == "yes"  # it may be in our own network
MFA_ADAPTER = "leavingwell.platform.people.adapter.TwoStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
HEADLESS_CLIENTS = ("app", "browser")
HEADLESS_FRONTEND_URLS = {"account_reset_password": "/accounts/password/reset/", "account_signup": "/"}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "leavingwell.themes.portal.errors.csrf_failure"

WAGTAIL_SITE_NAME = "Leaving Well"
WAGTAILADMIN_BASE_URL = os.environ.get("ADMIN_BASE_URL", "http://localhost")
WAGTAILADMIN_LOGIN_URL = "/accounts/login/"
WAGTAIL_CONTENT_LANGUAGES = [(SOURCE, "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Its workflows and tasks are shared by all councils. A second person's look at a draft: content.editing.approving.
WAGTAIL_WORKFLOW_ENABLED = False
CHECK_LINKS_ANYWHERE = False  # True, for tests: a link may lead to a local server
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "leavingwell.translations.rich_text.RichTextArea"}}
WAGTAILIMAGES_IMAGE_FORM_BASE = "leavingwell.platform.councils.admin.uploads.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "leavingwell.platform.councils.admin.uploads.DocumentForm"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "heic"]  # no SVG, which can hold programs; nothing that moves
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000  # as platform.pictures: a small file can unfold into more than fits
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "ods", "docx", "xlsx", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # to be saved, never shown: a PDF can hold programs
TAGGIT_CASE_INSENSITIVE = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

GRAPHQL_INTROSPECTION = False
GRAPHQL_EXPLORER = False  # GraphiQL
GRAPHQL_TRUSTED_ONLY = False  # True: only the documents that installed apps keep in files
OUTBOX_PAGE = False
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "Leaving Well <no-reply@localhost>")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "leavingwell.platform.logs.PlacesOnly",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"leavingwell.national": {"level": "INFO"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
}
