"""A whole directory from the addresses of the standard: `/services`, page by page, and `/services/{id}`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from leavingwell.content.open_referral.faults import NotRead
from leavingwell.content.open_referral.fetching import Budget, fetch
from leavingwell.content.open_referral.taking.parsing import MOST_SERVICES, decoded, services_in

MOST_PAGES = 500
PER_PAGE = 100
NOT_FETCHED = "not fetched"  # the mark of what stands for a service that the server did not give
NESTED = ("service_at_locations", "contacts", "schedules", "attributes", "phones", "cost_options", "service_areas")
Told = Callable[[int, int], None]  # so many of so many are read


@dataclass(frozen=True)
class Directory:
    """Where a directory answers: `address` may be its root or its list of services."""

    address: str

    @property
    def services(self) -> tuple[str, str, str]:
        parts = urlsplit(self.address)
        path = parts.path.rstrip("/")
        return parts.scheme, parts.netloc, path if path.endswith("/services") else f"{path}/services"

    def page(self, number: int) -> str:
        asked = dict(parse_qsl(urlsplit(self.address).query))  # such as the filter that the council wants
        query = urlencode({**asked, "page": number, "per_page": asked.get("per_page", PER_PAGE)})
        return urlunsplit((*self.services, query, ""))

    def service(self, key: str) -> str:
        scheme, host, path = self.services
        return urlunsplit((scheme, host, f"{path}/{quote(key, safe='')}", "", ""))


def number_in(page: Any, name: str) -> int:
    value = page.get(name) if isinstance(page, dict) else None
    return value if isinstance(value, int) and 0 < value <= MOST_SERVICES * 10 else 0


def is_last(page: Any, number: int) -> bool:
    if not isinstance(page, dict) or "contents" not in page:
        return True  # all there is, at once
    return page.get("last_page") is True or number >= (number_in(page, "total_pages") or MOST_PAGES + 1)


def pages(directory: Directory, budget: Budget) -> Iterator[tuple[list[Any], int]]:
    """The services of each page, and how many the server says there are."""
    seen: set[str] = set()
    for number in range(1, MOST_PAGES + 1):
        page = decoded(fetch(directory.page(number), budget))
        found = list(services_in(page))
        if isinstance(page, dict) and page.get("contents") == []:
            found = []
        keys = {str(one.get("id")) for one in found if isinstance(one, dict)}
        if found and keys <= seen:
            raise NotRead("same_page_again")
        seen |= keys
        yield found, number_in(page, "total_items")
        if not found or is_last(page, number):
            return
    raise NotRead("too_many_pages", MOST_PAGES)


def is_short(service: Any) -> bool:
    """The standard's list leaves out all that a service can have several of."""
    return isinstance(service, dict) and isinstance(service.get("id"), str) and not any(n in service for n in NESTED)


def whole(service: Any, directory: Directory, budget: Budget) -> Any:
    if not is_short(service):
        return service
    try:
        found = decoded(fetch(directory.service(service["id"]), budget))
    except NotRead as refused:
        if refused.fault[0] in ("too_slow", "too_large"):
            raise
        return {NOT_FETCHED: True, "id": service["id"], "name": service.get("name")}
    return found if isinstance(found, dict) and found.get("id") == service["id"] else service


def fetch_services(address: str, told: Told, budget: Budget | None = None) -> list[Any]:
    """Every service of the directory. Raises `NotRead`: half a directory would look as if the rest were gone."""
    directory, budget = Directory(address), budget or Budget()
    services: list[Any] = []
    for found, total in pages(directory, budget):
        if len(services) + len(found) > MOST_SERVICES:
            raise NotRead("too_many_services", MOST_SERVICES)
        for one in found:
            services.append(whole(one, directory, budget))
            if len(services) % 20 == 0:
                told(len(services), max(total, len(services)))
        told(len(services), max(total, len(services)))
    if not services:
        raise NotRead("no_services")
    return services
