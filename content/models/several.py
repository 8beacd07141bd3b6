"""Some of a list of choices, in any number: ticked in the admin, kept as a list in one column."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.forms import CheckboxSelectMultiple, Field, TypedMultipleChoiceField


class Several(ArrayField):  # type: ignore[type-arg]  # ArrayField[…] would not run
    """An empty list mostly means: all of them. The model that has the field says so."""

    def __init__(self, choices: type[models.TextChoices] | None = None, *args: Any, **kwargs: Any) -> None:
        if choices is not None:
            one = models.CharField(max_length=40, choices=choices.choices)
            kwargs = {"base_field": one, "default": list, "blank": True, **kwargs}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.contrib.postgres.fields.ArrayField", args, kwargs

    def formfield(self, **kwargs: Any) -> Field:
        told = {"label": self.verbose_name, "help_text": self.help_text, "required": not self.blank}
        made: dict[str, Any] = {"widget": CheckboxSelectMultiple, **told, **kwargs}
        return TypedMultipleChoiceField(choices=self.base_field.choices or (), coerce=str, empty_value=[], **made)
