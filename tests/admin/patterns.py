"""Every address pattern under /admin/, taken from the resolver: nobody has to write a new one down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern

from leavingwell.platform.councils.admin import allowed

URLCONF = "leavingwell.platform.urls.council"


@dataclass(frozen=True)
class Pattern:
    """`name` is the view's with its namespaces; `pieces` are what Django puts the address together from."""

    name: str
    pieces: tuple[Any, ...]
    view: Any

    @property
    def arguments(self) -> dict[str, str]:
        """The kind of each: that of its converter (int, uuid, slug, …), or `regex`."""
        kinds: dict[str, str] = {}
        for piece in self.pieces:
            converters = getattr(piece, "converters", {})
            for name in piece.regex.groupindex:
                converter = type(converters[name]).__name__ if name in converters else "regex"
                kinds[name] = converter.removesuffix("Converter").lower()
        return kinds

    @property
    def is_open(self) -> bool:
        return self.name == "wagtail_bulk_action" or allowed.is_open(self.name, {})

    @property
    def lists_to_a_file(self) -> bool:
        return hasattr(getattr(self.view, "view_class", None), "list_export")

    def address(self, values: Mapping[str, Any]) -> str:
        return "/" + "".join(filled(piece, values) for piece in self.pieces)


def filled(piece: Any, values: Mapping[str, Any]) -> str:
    text = str(piece)
    if isinstance(piece, RegexPattern):
        text = text.replace("\\.", ".").replace("\\d+", "").lstrip("^").rstrip("$")
        for group in piece.regex.groupindex:
            start = text.index(f"(?P<{group}>")
            text = text[:start] + str(values[group]) + text[text.index(")", start) + 1 :]
        return text
    for group in piece.regex.groupindex:
        start = text.index("<", 0) if f"<{group}>" not in text else text.index(f"<{group}>")
        text = text[:start] + str(values[group]) + text[text.index(">", start) + 1 :]
    return text


def patterns(resolver: Any = None, names: tuple[str, ...] = (), parts: tuple[Any, ...] = ()) -> Iterator[Pattern]:
    for entry in (resolver or get_resolver(URLCONF)).url_patterns:
        pieces = (*parts, entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*names, entry.namespace) if entry.namespace else names
            yield from patterns(entry, inner, pieces)
        elif isinstance(entry, URLPattern) and str(pieces[0]).startswith("admin/"):
            yield Pattern(":".join([*names, entry.name or "-"]), pieces, entry.callback)
