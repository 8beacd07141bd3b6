"""Reading XML that somebody brings. Nothing in it is followed or unfolded: no entities, no files, no network."""

from typing import Any

from django.utils.translation import gettext as _
from lxml import etree  # type: ignore[import-untyped]

from leavingwell.platform.problems import Problems, invalid
from leavingwell.translations.exchange.refusals import damaged, too_many

MOST_PARTS = 1_000_000  # tags: more would fill the memory


def parsed(data: bytes) -> Any:
    """The first element. Raises INVALID with the line, TOO_LARGE."""
    if data.count(b"<") > MOST_PARTS:
        raise too_many()
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged("XML", error.lineno or 1, str(error.msg or "").partition(", line ")[0]) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise with_entities()
    return root


def with_entities() -> Problems:
    return invalid(_("There is a DOCTYPE in this file, which could hide other files in it. Take it away."))


def name_of(element: Any) -> str:
    """Without its namespace."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def below(element: Any, *names: str) -> list[Any]:
    return [child for child in element if name_of(child) in names]


def first(element: Any, name: str) -> Any:
    found = below(element, name)
    return found[0] if found else None
