"""The web application. It refuses to start while the tenant wall does not stand."""

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application


def guarded() -> WSGIHandler:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leavingwell.platform.settings.production")
    application = get_wsgi_application()
    from leavingwell.platform.councils.startup import refuse_if_unwalled  # needs the apps that are loaded now

    refuse_if_unwalled()
    return application


application = guarded()
