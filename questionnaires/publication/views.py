"""Published questionnaires at stable addresses, for clients that run them themselves."""

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from leavingwell.platform.public_answers import FOR_A_MINUTE, FOR_EVER, kept, public, unknown
from leavingwell.questionnaires.media import address_of
from leavingwell.questionnaires.models import QuestionnaireVersion
from leavingwell.questionnaires.models.rules import rules
from leavingwell.questionnaires.publication import versions
from leavingwell.questionnaires.publication.addresses import bundle_address, schema_address
from leavingwell.questionnaires.publication.bundle import FORMAT, bundle
from leavingwell.questionnaires.publication.schema import answer_schema

DATA = Path(__file__).parents[1] / "data"
VECTORS = {
    "scoring.json": "scoring_vectors.json",
    "conditions.json": "condition_vectors.json",
    "condition.schema.json": "condition.schema.json",
}
Make = Callable[[HttpRequest, QuestionnaireVersion], Mapping[str, Any]]


def bundle_of(request: HttpRequest, version: QuestionnaireVersion) -> dict[str, Any]:
    name = version.content["code"], version.content_hash
    here = request.build_absolute_uri
    addresses = {"bundle": here(bundle_address(*name)), "schema": here(schema_address(*name))}
    made = bundle(version.content, version.content_hash, lambda file: here(address_of(file)))
    return {"addresses": addresses, **made}


def schema_of(request: HttpRequest, version: QuestionnaireVersion) -> dict[str, Any]:
    code = version.content["code"]
    address = request.build_absolute_uri(schema_address(code, version.content_hash))
    return answer_schema(version.content, version.content_hash, address)


def of_a_version(request: HttpRequest, make: Make, code: str, content_hash: str) -> HttpResponse:
    """What never changes again. The content itself is fetched only for somebody who has not got it."""
    found = versions.of_hash(code, content_hash).defer("content").first()
    if found is None:
        return unknown(_("No published version of this questionnaire has this hash."))
    return kept(request, f"{content_hash}-{FORMAT}", FOR_EVER, lambda: make(request, found))


@public
def version(request: HttpRequest, code: str, content_hash: str) -> HttpResponse:
    return of_a_version(request, bundle_of, code, content_hash)


@public
def schema(request: HttpRequest, code: str, content_hash: str) -> HttpResponse:
    return of_a_version(request, schema_of, code, content_hash)


def current_of(request: HttpRequest, found: QuestionnaireVersion, bands: dict[str, int]) -> dict[str, Any]:
    dated = {"version": found.number, "published_at": found.published_at.isoformat(), "bands": bands}
    return {**dated, **bundle_of(request, found)}


@public
def current(request: HttpRequest, code: str) -> HttpResponse:
    """The version that is asked now, with what a council can change without publishing."""
    found = versions.newest_of_each().filter(questionnaire__code=code).defer("content").first()
    if found is None:
        return unknown(_("This council asks no questionnaire of this code."))
    ours = rules()
    bands = {"going_well": ours.going_well, "growing": ours.growing}
    etag = "-".join(map(str, (found.content_hash, FORMAT, found.pk, *bands.values())))
    return kept(request, etag, FOR_A_MINUTE, partial(current_of, request, found, bands))


@cache
def vectors_in(name: str) -> tuple[str, Any]:
    data = (DATA / VECTORS[name]).read_bytes()
    return sha256(data).hexdigest(), json.loads(data)


@public
def vectors(request: HttpRequest, name: str) -> HttpResponse:
    """What must come out of conditions and scores, to try a client with."""
    if name not in VECTORS:
        return unknown(_("There are %s.") % ", ".join(VECTORS))
    etag, found = vectors_in(name)
    return kept(request, etag, FOR_A_MINUTE, lambda: found)
