"""From the bytes of a file or an answer to services. Understands every shape in which directories are passed on:

a page of a list (`contents`), many such pages, a plain list (a package), one service, services at locations,
organizations with their services, and one JSON object a line.
"""

import json
from collections.abc import Iterator
from typing import Any

from leavingwell.content.open_referral.faults import NotRead

LARGEST = 25 * 1024 * 1024  # bytes
MOST_SERVICES = 5000
DEEPEST = 6  # lists and pages inside each other


def refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def decoded(data: bytes) -> Any:
    """Raises `NotRead`."""
    if len(data) > LARGEST:
        raise NotRead("too_large", LARGEST // 1024 // 1024)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotRead("not_text") from None
    if not text.strip():
        raise NotRead("empty")
    return loaded(text)


def loaded(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=refuse_constant)
    except RecursionError:
        raise NotRead("too_deep") from None
    except ValueError as error:
        try:
            return [json.loads(line, parse_constant=refuse_constant) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise NotRead("not_json", where(error)) from None


def where(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} (line {error.lineno}, column {error.colno})"
    return str(error)[:100]


def services_in(found: Any, depth: int = 0) -> Iterator[Any]:
    """Each service of whatever was read. What is no service but stands where one should be is given as well."""
    if depth > DEEPEST:
        return
    if isinstance(found, list):
        for one in found:
            yield from services_in(one, depth + 1)
    elif not isinstance(found, dict):
        yield found
    elif isinstance(found.get("contents"), list):
        yield from services_in(found["contents"], depth + 1)
    elif isinstance(found.get("services"), list):
        yield from (with_provider(one, found) for one in services_in(found["services"], depth + 1))
    elif isinstance(found.get("service"), dict):
        yield at_location(found)
    else:
        yield found


def with_provider(service: Any, organization: dict[str, Any]) -> Any:
    """An organization lists its services without naming itself in each."""
    if not isinstance(service, dict) or not organization.get("name"):
        return service
    about = {name: value for name, value in organization.items() if name != "services"}
    return {"organization": about, **service}


def at_location(found: dict[str, Any]) -> dict[str, Any]:
    """A service at a location, turned round: the service with the location."""
    place = {name: value for name, value in found.items() if name != "service"}
    return {"service_at_locations": [place], **found["service"]}


def read_services(data: bytes) -> list[Any]:
    """Raises `NotRead` for what holds none, or too many."""
    found = list(services_in(decoded(data)))
    if not found:
        raise NotRead("no_services")
    if len(found) > MOST_SERVICES:
        raise NotRead("too_many_services", MOST_SERVICES)
    if not any(isinstance(one, dict) and "id" in one for one in found):
        raise NotRead("no_services")
    return found
