"""Asking for a copy of all the data, making it and fetching it, as its owner does."""

import io
from typing import Any
from zipfile import ZipFile

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.making import make
from leavingwell.platform.documents.models import Document
from tests.api import client_of, do
from tests.factories import Household

FIELDS = "... on Document { id status kind downloadUrl }"


def request_copy(house: Household, who: str = "owner", language: str = "en") -> Document:
    result = do(house.people[who], house.council, "requestMyData", FIELDS, language=language)
    assert (result["status"], result["kind"], result["downloadUrl"]) == ("WAITING", "DATA", None)
    with scope(house.council):
        return Document.objects.get()


def made(house: Household, language: str = "en") -> Document:
    document = request_copy(house, language=language)
    with scope(house.council):
        make(Document.objects.select_related("requested_by").get(pk=document.pk))
        return Document.objects.get(pk=document.pk)


def fetch(document: Document, house: Household, who: str | None) -> Any:
    person = house.people[who] if who else None
    return client_of(person, house.council).get(f"/plans/documents/{document.pk}/")


def zip_of(house: Household, document: Document) -> ZipFile:
    answer = fetch(document, house, "owner")
    assert answer.status_code == 200
    return ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
