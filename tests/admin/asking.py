"""Asking the admin as somebody, and filling in its forms."""

from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from pypdf import PdfReader

from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person
from tests.api import client_of

NATIONAL_HOST = "national.test"
BACKEND = "leavingwell.platform.people.backends.AccountBackend"


def at(council: Council, person: Person | None) -> Client:
    client = client_of(person, council)
    client.raise_request_exception = False
    return client


def at_the_nation(user: Any) -> Client:
    client = Client(HTTP_HOST=NATIONAL_HOST, raise_request_exception=False)
    client.force_login(user, backend=BACKEND)
    return client


def text_of(answer: HttpResponse) -> str:
    """Everything that the answer tells: its body, packed or not, and its headers."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return (headers + unpacked(body)).lower()


def unpacked(body: bytes) -> str:
    if body.startswith(b"PK\x03\x04"):  # a workbook, or a packed folder
        with ZipFile(BytesIO(body)) as files:
            return "\n".join([*files.namelist(), *(unpacked(files.read(name)) for name in files.namelist())])
    if body.startswith(b"%PDF-"):
        paper = PdfReader(BytesIO(body))
        return f"{paper.metadata} " + "\n".join(page.extract_text() for page in paper.pages)
    return body.decode("utf-8", "replace")


def value_of(control: Tag) -> Any:
    if control.name == "textarea":
        return (control.string or "").removeprefix("\n")
    if control.name == "select":
        chosen = control.find("option", selected=True)
        return chosen["value"] if chosen else ""
    if control.get("type") in ("checkbox", "radio"):
        return control.get("value", "on") if control.has_attr("checked") else None
    return control.get("value", "")


def form_in(answer: HttpResponse) -> dict[str, Any]:
    """The values with which a browser would send the page's main form back."""
    page = BeautifulSoup(answer.content, "html.parser")
    forms = page.select("form[data-edit-form], form#page-edit-form, form#w-editor-form") or page.select("main form")
    named = [control for control in forms[0].select("input, select, textarea") if control.get("name")]
    sent = [control for control in named if control.get("type") != "file" and not control.find_parent("template")]
    values = [(control["name"], value_of(control)) for control in sent]
    return {name: value for name, value in values if value is not None}


def send(client: Client, address: str, **changes: Any) -> HttpResponse:
    """Opens the form at the address and sends it back with changes, as a browser would."""
    page = client.get(address)
    assert page.status_code == 200, (address, page.status_code)
    return client.post(address, {**form_in(page), **changes})


def was_saved(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and "/login" not in urlsplit(answer["Location"]).path


def errors_in(answer: HttpResponse) -> list[str]:
    page = BeautifulSoup(answer.content, "html.parser")
    return [found.get_text(" ", strip=True) for found in page.select(".error-message")]
