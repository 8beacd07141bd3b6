"""Reading a file that somebody brings: nothing of it is trusted. Every refusal says in words what is wrong."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.problems import Message, Problem, ProblemCode, Problems, invalid, refuse
from leavingwell.platform.untrusted_json import all_storable, loads, parts_in
from leavingwell.questionnaires.exchange.content_checks import faults
from leavingwell.questionnaires.exchange.document import FORMAT, SCHEMA_VERSION, Document
from leavingwell.questionnaires.exchange.schema import schema_faults
from leavingwell.questionnaires.freezing import hash_of

MEGABYTE = 1024 * 1024
LARGEST = 30 * MEGABYTE
MOST_PARTS = 300_000  # lists, objects and their members: more would fill the memory
MOST_TOLD = 20  # faults: nobody reads more at once


def parsed(data: bytes) -> Any:
    """Raises TOO_LARGE or INVALID."""
    if len(data) > LARGEST:
        raise refuse(ProblemCode.TOO_LARGE, _("This file is larger than %d MB.") % (LARGEST // MEGABYTE))
    if parts_in(data) > MOST_PARTS:
        raise refuse(ProblemCode.TOO_LARGE, _("This file has too many parts to be a questionnaire."))
    try:
        return loads(data)
    except (ValueError, RecursionError):
        raise invalid(_("This file is not JSON, or it is damaged. Export it again, and do not edit it.")) from None


def check_kind(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise invalid(_("This is not a questionnaire that was exported here or at another council."))
    if document.get("schema_version") != SCHEMA_VERSION or isinstance(document["schema_version"], bool):
        raise invalid(_("This file was written by another version of the platform, which we cannot read."))
    if not all_storable(document):
        raise invalid(_("This file holds characters that cannot be kept."))


def check_hash(document: Document) -> None:
    try:
        found = hash_of(document["content"])
    except RecursionError:
        raise invalid(_("This file is not JSON, or it is damaged. Export it again, and do not edit it.")) from None
    if found != document["hash"]:
        raise invalid(_("This file was changed after it was exported: its hash is not right. Export it again."))


def refuse_all(faults: Iterator[Message]) -> None:
    if found := list(islice(faults, MOST_TOLD)):
        raise Problems(Problem(ProblemCode.INVALID, message) for message in found)


def read(data: bytes) -> Document:
    """The document, right in itself; its pictures and recordings are not looked at yet.

    Raises TOO_LARGE or INVALID, with a message for each fault.
    """
    document = parsed(data)
    check_kind(document)
    refuse_all(schema_faults(document))
    check_hash(document)
    refuse_all(faults(document))
    return dict(document)
