"""Asking a machine on another server: at the address of the settings, never for long, and never inside our network.

The host's numbers are looked up once, and the connection is made to the one that was looked at. Redirects are not
followed: whoever has the key is asked, and nobody else.
"""

import json
import socket
from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from leavingwell.platform.councils.public_addresses import PORTS, is_public
from leavingwell.platform.problems import Message
from leavingwell.translations.machine.interface import MachineFailed

TIMEOUT = Timeout(connect=5, read=30)  # seconds
LARGEST = 4 * 1024 * 1024  # bytes of one answer
DONE, WRONG, NO_KEY, FORBIDDEN, TOO_OFTEN, USED_UP = 200, 400, 401, 403, 429, 456  # the last is DeepL's own


def why(status: int) -> Message:
    return {
        WRONG: _("The machine refused what it was asked. It may not know this language."),
        NO_KEY: _("The machine did not take our key."),
        FORBIDDEN: _("The machine did not take our key."),
        TOO_OFTEN: _("The machine was asked too often. Try again later."),
        USED_UP: _("All that was paid for is used up at the machine."),
    }.get(status, _("The machine answered with the number %d.") % status)


def place_of(address: str) -> tuple[SplitResult, str]:
    """The address in its parts, and the number to connect to."""
    inside = settings.MACHINE_TRANSLATION_INSIDE
    parts = urlsplit(address)
    if parts.scheme not in (("https", "http") if inside else ("https",)) or not parts.hostname or parts.username:
        raise MachineFailed(_("The machine's address in the settings must begin with https://."))
    try:
        port = parts.port or PORTS[parts.scheme]
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError):  # no such name, or one that cannot be
        raise MachineFailed(_("There is no server at the machine's address.")) from None
    numbers = [str(place[4][0]) for place in found]
    if not (inside or (port in PORTS.values() and all(is_public(number) for number in numbers))):
        raise MachineFailed(_("The machine's address is inside a private network, which the settings do not allow."))
    return parts, numbers[0]


def pool_for(parts: SplitResult, number: str) -> HTTPConnectionPool:
    if parts.scheme == "https":
        names = {"server_hostname": parts.hostname, "assert_hostname": parts.hostname}
        return HTTPSConnectionPool(number, parts.port, timeout=TIMEOUT, retries=False, **names)  # type: ignore[arg-type]
    return HTTPConnectionPool(number, parts.port, timeout=TIMEOUT, retries=False)


def ask(address: str, asked: Mapping[str, Any], headers: Mapping[str, str]) -> Any:
    """The answer to a question, both in JSON. Raises `MachineFailed`."""
    parts, number = place_of(address)
    told = {"Content-Type": "application/json", "Accept": "application/json", "Host": parts.netloc, **headers}
    try:
        with pool_for(parts, number) as pool:
            response = pool.urlopen(
                "POST",
                parts.path or "/",
                body=json.dumps(asked).encode(),
                headers=told,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            if response.status != DONE:
                raise MachineFailed(why(response.status))
            data = response.read(LARGEST + 1)
    except (HTTPError, OSError, ValueError):
        raise MachineFailed(_("The machine did not answer. Try again later.")) from None
    return parsed(data)


def parsed(data: bytes) -> Any:
    try:
        if len(data) <= LARGEST:
            return json.loads(data)
    except (ValueError, RecursionError):
        pass
    raise not_understood()


def not_understood() -> MachineFailed:
    return MachineFailed(_("The machine answered with something that we do not understand."))
