"""Where a council's portal answers."""

from django.conf import settings
from django.http import HttpRequest

from leavingwell.platform.councils.models import Council


def portal_of(council: Council) -> str:
    """As e-mails give it."""
    return settings.PORTAL_ADDRESS.format(host=council.host)


def port_of(request: HttpRequest) -> int:
    """The port that the browser asked at: a council's portal answers at the same."""
    _host, colon, port = request.get_host().rpartition(":")
    if colon and port.isdigit():
        return int(port)
    return 443 if request.is_secure() else 80
