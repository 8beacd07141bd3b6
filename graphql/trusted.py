"""Trusted documents: those that our own front ends keep in files, asked for by the SHA-256 of the file."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _

from leavingwell.graphql.errors import refusal
from leavingwell.graphql.refusals import bad_request


def hash_of(document: str) -> str:
    return sha256(document.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def store() -> dict[str, str]:
    """Every `documents/*.graphql` of the installed apps, by its hash."""
    folders = (Path(app.path) / "documents" for app in apps.get_app_configs())
    texts = (path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.rglob("*.graphql")))
    return {hash_of(text): text for text in texts}


def asked_hash(extensions: dict[str, Any]) -> str | None:
    """Raises a 400 for something that is no hash."""
    if "persistedQuery" not in extensions:
        return None
    described = extensions["persistedQuery"]
    found = described.get("sha256Hash") if isinstance(described, dict) else None
    if not isinstance(found, str):
        raise bad_request(_("The key 'extensions.persistedQuery.sha256Hash' must hold a SHA-256 in hexadecimal."))
    return found.lower()


def document_for(text: str | None, extensions: dict[str, Any]) -> str:
    """The document to run.

    Raises PERSISTED_QUERY_NOT_FOUND for an unknown hash, UNTRUSTED_DOCUMENT where only trusted documents may run, and
    a 400 for a document that has another hash than it says.
    """
    asked = asked_hash(extensions)
    if text is None:
        if asked not in store():
            raise refusal("PERSISTED_QUERY_NOT_FOUND", _("There is no trusted document of this hash."))
        return store()[asked]
    if asked is not None and asked != hash_of(text):
        raise bad_request(_("The document and its hash do not belong together."))
    if settings.GRAPHQL_TRUSTED_ONLY and hash_of(text) not in store():
        raise refusal("UNTRUSTED_DOCUMENT", _("Only trusted documents may be run here."))
    return text
