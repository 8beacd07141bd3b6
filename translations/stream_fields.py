"""Fields of blocks in forms: what was not sent stays as it is, and what no editor sends is refused politely."""

from typing import Any

from django.core.exceptions import BadRequest
from django.forms import BaseForm
from wagtail.blocks import BlockField
from wagtail.blocks.base import BlockWidget


class StrictBlocks(BlockWidget):  # type: ignore[misc]
    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Raises BadRequest for what no editor sends: Wagtail takes for granted that the counts are its own."""
        try:
            return super().value_from_datadict(data, files, name)
        except (AttributeError, KeyError, TypeError, ValueError) as broken:
            raise BadRequest(f"{name} holds no blocks") from broken


def be_strict(form: BaseForm) -> None:
    """Wagtail would crash on a form that was sent without such a field; as with others, its value stays."""
    for name, field in list(form.fields.items()):
        if not isinstance(field, BlockField):
            continue
        prefixed = form.add_prefix(name)
        if form.is_bound and field.widget.value_omitted_from_data(form.data, form.files, prefixed):
            del form.fields[name]
        else:
            field.widget = StrictBlocks(field.block, attrs=field.widget.attrs)
