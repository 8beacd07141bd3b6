"""Going wherever links and forms lead, as a person of the cast: nobody has to write an address down."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import ResolverMatch, resolve

from tests.portal.pages import fields_of
from tests.questionnaires.every_type import DATE, FACES, NUMBER, ONE, SEVERAL, TEXT

URLCONF = "leavingwell.platform.urls.council"
NOT_THE_PORTAL = ("/admin/", "/graphql/", "/static/", "/media/", "/api/", "/_allauth/", "/questionnaires/")
EVERY_TYPE = (FACES, ONE, SEVERAL, NUMBER, DATE, TEXT)

Kind = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Form:
    """Where it is found, where it is sent, and what a browser would send of it."""

    page: str
    action: str
    fields: dict[str, str] = field(hash=False)


@dataclass
class Walk:
    """What one person reaches: the answer of each page by its address, the forms by theirs, and what sent them on."""

    pages: dict[str, HttpResponse] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    doors: set[str] = field(default_factory=set)

    @property
    def views(self) -> set[str]:
        return {match_of(address).view_name for address in (*self.pages, *self.forms, *self.doors)}


def match_of(address: str) -> ResolverMatch:
    return resolve(urlsplit(address).path, urlconf=URLCONF)


def kind_of(address: str) -> Kind:
    """Of one view: one's own, of a person, by the way of answering, and by the type of the question."""
    match = match_of(address)
    code = match.kwargs.get("code", "")
    return match.view_name, (*match.kwargs, match.kwargs.get("channel", ""), code if code in EVERY_TYPE else "")


def is_ours(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and not parts.path.startswith(NOT_THE_PORTAL)


def soup_of(answer: Any) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def is_page(answer: Any) -> bool:
    return answer.status_code == 200 and str(answer.headers["Content-Type"]).startswith("text/html")


def links_in(page: BeautifulSoup, address: str) -> Iterator[str]:
    for link in page.select("a[href]"):
        to = urljoin(address, str(link["href"])).partition("#")[0]
        if is_ours(to):
            yield to


def forms_in(page: BeautifulSoup, address: str) -> Iterator[Form]:
    for form in page.select("form[method=post]"):
        for sender in (form, *form.select("[formaction]")):
            action = sender.get("formaction") or sender.get("action") or address
            yield Form(address, urljoin(address, str(action)).partition("#")[0], fields_of(form))


def walk(visitor: Client, *starts: str) -> Walk:
    """One address of each kind, and all of `starts`. Raises `AssertionError` for a link that leads nowhere."""
    found, waiting, seen = Walk(), [(start, "the address bar") for start in starts], set[Kind]()
    asked: set[str] = set()
    while waiting:
        address, linked_on = waiting.pop(0)
        if address in asked or (kind_of(address) in seen and address not in starts):
            continue
        asked.add(address)
        seen.add(kind_of(address))
        answer: Any = visitor.get(address)
        assert answer.status_code in (200, 302), f"{answer.status_code} at {address}, linked on {linked_on}"
        waiting += [(to, address) for to in look(found, address, answer)]
    return found


def look(found: Walk, address: str, answer: Any) -> list[str]:
    """Notes what is there. Gives where it leads on."""
    if answer.status_code == 302:
        found.doors.add(address)
        to = urljoin(address, answer["Location"]).partition("#")[0]
        return [to] if is_ours(to) else []
    if not is_page(answer):
        return []
    found.pages[address] = answer
    page = soup_of(answer)
    for form in forms_in(page, address):
        found.forms.setdefault(form.action, form)
    return list(links_in(page, address))
