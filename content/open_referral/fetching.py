"""Asking somebody else's server for a directory: on the public internet only, and never for long or for much.

A host's addresses are looked up once, all of them must be public, and the connection is made to the one that was
looked at: a name that changes its mind between looking and connecting gains nothing. Redirects are followed by us,
each as carefully as the first address.
"""

import socket
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from leavingwell.content.open_referral.faults import NotRead
from leavingwell.content.open_referral.taking.parsing import LARGEST
from leavingwell.platform.councils.public_addresses import PORTS, is_public

PATIENCE = 10.0  # seconds without a sign of life
MOST_REDIRECTS = 3
PIECE = 64 * 1024
HEADERS = {"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": "LeavingWell-OpenReferral/1"}


@dataclass
class Budget:
    """What one import may take altogether."""

    seconds: float = 20 * 60
    size: int = 4 * LARGEST
    started: float = field(default_factory=monotonic)
    used: int = 0

    def check(self, more: int = 0) -> None:
        self.used += more
        if self.used > self.size:
            raise NotRead("too_large", self.size // 1024 // 1024)
        if monotonic() - self.started > self.seconds:
            raise NotRead("too_slow")


def split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right or parts.username is not None or any(letter.isspace() for letter in address):
        raise NotRead("address")
    return parts


def public_address(parts: SplitResult) -> str:
    """The number to connect to. Raises `NotRead` if any of the host's is not public, or the port is no website's."""
    host, port = str(parts.hostname), parts.port or PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotRead("unknown_host", host) from None
    numbers = [str(place[4][0]) for place in found]
    if not (all(is_public(number) for number in numbers) or settings.DIRECTORIES_ANYWHERE):
        raise NotRead("private_address")
    if not (port in PORTS.values() or settings.DIRECTORIES_ANYWHERE):
        raise NotRead("port", port)
    return numbers[0]


def pool_for(parts: SplitResult) -> HTTPConnectionPool:
    number, timeout = public_address(parts), Timeout(PATIENCE)
    if parts.scheme == "https":
        names = {"server_hostname": parts.hostname, "assert_hostname": parts.hostname}
        return HTTPSConnectionPool(number, parts.port, timeout=timeout, retries=False, **names)  # type: ignore[arg-type]
    return HTTPConnectionPool(number, parts.port, timeout=timeout, retries=False)


def unpacked(pieces: Iterator[bytes], packing: str) -> Iterator[bytes]:
    """Never more than a piece at a time, however much a few bytes would unfold to."""
    if packing in ("", "identity"):
        yield from pieces
        return
    if packing not in ("gzip", "x-gzip"):
        raise NotRead("packed")
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    for piece in pieces:
        while piece:
            yield unpack.decompress(piece, PIECE)
            piece = unpack.unconsumed_tail


def pieces_of(response: Any) -> Iterator[bytes]:
    while piece := response.read1(PIECE, decode_content=False):
        yield piece


def body_of(response: Any, budget: Budget) -> bytes:
    data = bytearray()
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    for piece in unpacked(pieces_of(response), packing):
        data += piece
        budget.check(len(piece))
        if len(data) > LARGEST:
            raise NotRead("too_large", LARGEST // 1024 // 1024)
    return bytes(data)


def ask(address: str, budget: Budget) -> tuple[str, bytes]:
    """One answer: where it sends us, or its body."""
    budget.check()
    parts = split(address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        with pool_for(parts) as pool:
            headers = {**HEADERS, "Host": parts.netloc}
            response = pool.urlopen("GET", target, headers=headers, preload_content=False, redirect=False)
            if response.status in (301, 302, 303, 307, 308) and response.headers.get("Location"):
                return urljoin(address, response.headers["Location"]), b""
            if response.status != 200:
                raise NotRead("status", response.status)
            return "", body_of(response, budget)
    except (HTTPError, OSError, zlib.error, ValueError) as error:
        raise NotRead("no_answer", type(error).__name__) from None


def fetch(address: str, budget: Budget) -> bytes:
    """Raises `NotRead`."""
    for _redirect in range(MOST_REDIRECTS + 1):
        elsewhere, body = ask(address, budget)
        if not elsewhere:
            return body
        if address.startswith("https:") and not elsewhere.lower().startswith("https:"):
            raise NotRead("downgrade")
        address = elsewhere
    raise NotRead("redirects")
