"""The field of pages that are built of blocks."""

from typing import Any

from wagtail import fields


class StreamField(fields.StreamField):  # type: ignore[misc]
    """Wagtail's, without its blocks in the migrations.

    There they would be told once for each language and table, and again after each change of a block; the column is the
    same all the while. A migration that needs to read blocks names them itself.
    """

    def deconstruct(self) -> Any:
        name, _path, _blocks, options = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], {**options, "block_lookup": {}}
