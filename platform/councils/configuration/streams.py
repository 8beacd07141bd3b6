"""The blocks of a stream field, whatever they are: each choice of a row and each rich text in them is changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock

from leavingwell.platform.problems import invalid

STRANGE = _("This file holds a block that we do not know. Export it again, and do not edit it.")
DEEPEST = 20


@dataclass(frozen=True)
class Changes:
    """`row` gets the model that a block chooses from, and the value; `keep` says which blocks stay, by name."""

    row: Callable[[type[Any], Any], Any]
    text: Callable[[str], str]
    keep: Callable[[str], bool] = lambda name: True


def walk(block: Any, raw: Any, changes: Changes, depth: int = 0) -> Any:
    """The raw value of a block with everything in it changed. Raises INVALID for a value of the wrong shape."""
    if depth > DEEPEST:
        raise invalid(STRANGE)
    if isinstance(block, StreamBlock):
        return [of_stream(block, one, changes, depth) for one in listed(raw) if changes.keep(type_of(block, one))]
    if isinstance(block, ListBlock):
        return [of_list(block, one, changes, depth) for one in listed(raw)]
    if isinstance(block, StructBlock):
        return of_struct(block, raw, changes, depth)
    if isinstance(block, ChooserBlock):
        return None if raw is None else changes.row(block.model_class, raw)
    if isinstance(block, RichTextBlock):
        return changes.text(text_in(raw))
    return raw


def listed(raw: Any) -> list[Any]:
    if not isinstance(raw, list):
        raise invalid(STRANGE)
    return raw


def text_in(raw: Any) -> str:
    if not isinstance(raw, str):
        raise invalid(STRANGE)
    return raw


def type_of(block: Any, item: Any) -> str:
    if not isinstance(item, dict) or not {"type", "value"} <= set(item) <= {"type", "value", "id"}:
        raise invalid(STRANGE)
    if not isinstance(item["type"], str) or item["type"] not in block.child_blocks:
        raise invalid(STRANGE)
    return str(item["type"])


def of_stream(block: Any, item: Any, changes: Changes, depth: int) -> Any:
    return {**item, "value": walk(block.child_blocks[item["type"]], item["value"], changes, depth + 1)}


def of_list(block: Any, item: Any, changes: Changes, depth: int) -> Any:
    if isinstance(item, dict) and set(item) <= {"type", "value", "id"} and "value" in item:
        return {**item, "value": walk(block.child_block, item["value"], changes, depth + 1)}
    return walk(block.child_block, item, changes, depth + 1)  # as Wagtail wrote lists of old


def of_struct(block: Any, raw: Any, changes: Changes, depth: int) -> Any:
    if not isinstance(raw, dict) or not set(raw) <= set(block.child_blocks):
        raise invalid(STRANGE)
    return {name: walk(block.child_blocks[name], value, changes, depth + 1) for name, value in raw.items()}
