"""The web application. It refuses to start while the tenant wall does not stand."""

import os

from django.core.wsgi import get_wsgi_application

from leavingwell.platform.councils.startup import refuse_if_unwalled

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leavingwell.platform.settings.production")
application = get_wsgi_application()
refuse_if_unwalled()
