"""The port of the demonstration."""

import errno
import socket

from leavingwell.platform.embedded.errors import CannotStart


def port_number(text: str) -> int:
    """Raises `CannotStart` for anything but a port's number."""
    if text.isdecimal() and 0 < int(text) < 65536:
        return int(text)
    raise CannotStart(f"PORT must be a number from 1 to 65535, not {text!r}.")


def free_addresses(port: int) -> list[str]:
    """Where a server may listen on this machine's own addresses. Raises `CannotStart` when one of them is taken."""
    addresses = [f"127.0.0.1:{port}"] if _is_there(socket.AF_INET, "127.0.0.1", port) else []
    if socket.has_ipv6 and _is_there(socket.AF_INET6, "::1", port):
        addresses.append(f"[::1]:{port}")
    return addresses


def _is_there(family: socket.AddressFamily, host: str, port: int) -> bool:
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the web server does after a restart
            probe.bind((host, port))
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            trouble = "is in use by another program" if error.errno == errno.EADDRINUSE else "is kept for root"
            raise CannotStart(f"Port {port} {trouble}. Choose another, such as PORT={port % 1000 + 8001}.") from error
        return False  # no such address on this machine, as ::1 in many containers
    return True
