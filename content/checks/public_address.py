"""Connecting to other people's servers, and never into our own network: the address is looked up once, and kept to."""

import socket
import ssl
from http.client import HTTPConnection, HTTPSConnection
from urllib.parse import SplitResult

from django.conf import settings

from leavingwell.platform.councils.public_addresses import PORTS, is_public

PATIENCE = 5  # seconds


class NotPublic(Exception):
    """The link leads into a private network, or to a port or scheme that no website has."""


class UnknownHost(Exception):
    pass


def place_of(parts: SplitResult) -> tuple[str, int]:
    """The number and port of the server. Raises `NotPublic` if any number of that name is private, `UnknownHost`."""
    try:
        host, port = parts.hostname, parts.port or PORTS[parts.scheme]
        if not host:
            raise UnknownHost
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except KeyError:
        raise NotPublic from None
    except (OSError, ValueError):  # no such name, or one that cannot be
        raise UnknownHost from None
    places = [str(place[4][0]).partition("%")[0] for place in found]
    allowed = port in PORTS.values() and all(is_public(place) for place in places)
    if not (allowed or settings.CHECK_LINKS_ANYWHERE):
        raise NotPublic
    return places[0], port


class Plain(HTTPConnection):
    """To the number that was checked, under the name that was asked for."""

    def __init__(self, host: str, place: str, port: int) -> None:
        super().__init__(host, port, timeout=PATIENCE)
        self.place = place

    def connect(self) -> None:
        self.sock = socket.create_connection((self.place, self.port), PATIENCE)


class Secure(HTTPSConnection):
    def __init__(self, host: str, place: str, port: int) -> None:
        self.rules = ssl.create_default_context()
        super().__init__(host, port, timeout=PATIENCE, context=self.rules)
        self.place = place

    def connect(self) -> None:
        plain = socket.create_connection((self.place, self.port), PATIENCE)
        self.sock = self.rules.wrap_socket(plain, server_hostname=self.host)


def connection_to(parts: SplitResult) -> HTTPConnection:
    """Raises `NotPublic` and `UnknownHost`. Nothing is sent yet."""
    place, port = place_of(parts)
    return (Secure if parts.scheme == "https" else Plain)(str(parts.hostname), place, port)
