"""The texts inside a body that is built of blocks, each under a path of block ids, and a body put together from them.

Works on the raw data, as the database and the versions of pages hold it.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from leavingwell.translations.models.choices import Kind

WORDED = (blocks.CharBlock, blocks.TextBlock)  # these very classes: numbers, addresses and choices derive from them
NEVER = ("phone", "text_number")
Path = tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """`shape` is the path with the kinds of its blocks instead of their ids."""

    path: Path
    shape: Path
    text: str
    kind: Kind
    max_length: int | None
    label: str


def raw_of(value: Any) -> list[Any]:
    """A stream's raw data. Blocks get their ids now, if they had none."""
    return list(value.stream_block.get_prep_value(value)) if value else []


def children_of(raw: Any) -> Iterator[tuple[str, Any]]:
    """Each child with its id, or its place where it came without one: from a file or a program, not from an editor."""
    for place, child in enumerate(raw or ()):
        if isinstance(child, dict) and "value" in child:
            yield child.get("id") or f"#{place}", child


def pieces(block: Any, raw: Any, path: Path = (), shape: Path = ()) -> Iterator[Piece]:
    if isinstance(block, blocks.StreamBlock):
        for key, child in children_of(raw):
            if inner := block.child_blocks.get(child["type"]):
                yield from pieces(inner, child["value"], (*path, key), (*shape, child["type"]))
    elif isinstance(block, blocks.StructBlock):
        for name, inner in block.child_blocks.items():
            if name not in NEVER:
                yield from pieces(inner, (raw or {}).get(name), (*path, name), (*shape, name))
    elif isinstance(block, blocks.ListBlock):
        for key, child in children_of(raw):
            yield from pieces(block.child_block, child["value"], (*path, key), (*shape, "item"))
    elif raw and isinstance(raw, str) and (kind := kind_of(block)):
        yield Piece(path, shape, raw, kind, getattr(block.field, "max_length", None), str(block.label))


def kind_of(block: Any) -> Kind | None:
    if isinstance(block, blocks.RichTextBlock):
        return Kind.RICH
    return Kind.PLAIN if type(block) in WORDED else None


def matched(source: list[Piece], other: list[Piece]) -> dict[Path, str]:
    """The texts of another body at the paths of the source: by the ids of blocks, or where both are built alike."""
    if [piece.shape for piece in source] == [piece.shape for piece in other]:
        return {piece.path: twin.text for piece, twin in zip(source, other, strict=True)}
    found = {piece.path: piece.text for piece in other}
    return {piece.path: found[piece.path] for piece in source if piece.path in found}


def put(block: Any, raw: Any, path: Path, text: str) -> Any:
    """The raw data with another text at the path, where there is one."""
    if not path:
        return text
    if isinstance(block, blocks.StructBlock):
        raw[path[0]] = put(block.child_blocks[path[0]], raw[path[0]], path[1:], text)
        return raw
    for key, child in children_of(raw):
        if key == path[0]:
            inner = block.child_block if isinstance(block, blocks.ListBlock) else block.child_blocks[child["type"]]
            child["value"] = put(inner, child["value"], path[1:], text)
    return raw


def so_far(block: Any, source: list[Any], other: list[Any], texts: Mapping[Path, str]) -> list[Any]:
    """As `composed`, with the source's own words where there are no others yet: to be looked at."""
    wanted = list(pieces(block, source))
    known = matched(wanted, list(pieces(block, other)))
    return composed(block, source, other, {**{piece.path: piece.text for piece in wanted}, **known, **texts}) or other


def composed(block: Any, source: list[Any], other: list[Any], texts: Mapping[Path, str]) -> list[Any] | None:
    """The other language's body with these texts.

    Where it has the blocks of the source, each text takes its place alone. Else the whole is built like the source,
    once there is a text for each piece. None: not yet, so that nobody reads half a page.
    """
    wanted, there = list(pieces(block, source)), list(pieces(block, other))
    standing = {piece.path for piece in there}
    if texts and all(path in standing for path in texts):
        base = other
    else:
        texts = {**matched(wanted, there), **texts}
        if not wanted or any(piece.path not in texts for piece in wanted):
            return None
        base = source
    made = deepcopy(base)
    for path, text in texts.items():
        made = put(block, made, path, text)
    return made
