"""Asking whether a link still leads somewhere: HEAD, then GET where a server knows no HEAD; never the whole page."""

import ssl
from http.client import HTTPException
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.utils.translation import gettext_noop

from leavingwell.content.checks.public_address import NotPublic, UnknownHost, connection_to
from leavingwell.content.models import CheckedLink

State = CheckedLink.State
HOPS = 5
GONE = {404, 410}
MOVED = {301, 302, 303, 307, 308}
HEADERS = {"User-Agent": "LeavingWell-link-check", "Accept": "*/*", "Connection": "close"}
SAFE = "/%:;,@&=+$!~*'()?-._"
Answer = tuple[str, str]  # the state, and in a few words why

PRIVATE = gettext_noop("leads into a private network")
UNKNOWN = gettext_noop("there is no such website")
CERTIFICATE = gettext_noop("its certificate is not valid")
ROUND = gettext_noop("it leads round in circles")
SILENT = gettext_noop("no answer")


def status_of(method: str, parts: SplitResult) -> tuple[int, str]:
    """The status and where it leads on to."""
    connection = connection_to(parts)
    try:
        target = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
        connection.request(method, target, headers=HEADERS)
        response = connection.getresponse()
        return response.status, response.getheader("Location") or ""
    finally:
        connection.close()


def step(address: str) -> tuple[int, str]:
    parts = urlsplit(address)
    status, onward = status_of("HEAD", parts)
    if status >= 400:  # some servers refuse HEAD, or answer it wrongly
        status, onward = status_of("GET", parts)
    return status, onward


def followed(address: str) -> int:
    """The status where the link ends. 0: it never does. Each step is looked at as strictly as the first."""
    for _hop in range(HOPS):
        status, onward = step(address)
        if status not in MOVED or not onward:
            return status
        address = urljoin(address, onward)
    return 0


def ask(address: str) -> Answer:
    """Never raises: what cannot be told is unsure."""
    try:
        status = followed(address)
    except NotPublic:
        return State.BROKEN, PRIVATE
    except (UnknownHost, UnicodeError):
        return State.BROKEN, UNKNOWN
    except ssl.SSLCertVerificationError:
        return State.BROKEN, CERTIFICATE
    except ConnectionRefusedError:
        return State.BROKEN, SILENT
    except (OSError, HTTPException, ValueError):
        return State.UNSURE, SILENT
    if status == 0:
        return State.BROKEN, ROUND
    if status in GONE:
        return State.BROKEN, str(status)
    return (State.WORKS if status < 400 else State.UNSURE), str(status)
