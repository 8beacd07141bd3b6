"""A row of every kind that has none yet, so that a new model is walked without anybody writing a row for it.

Each text holds the council's short name. What a kind's own rules refuse is left out: the walk says so if it needs one.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import Error, models, transaction
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page, Revision

from leavingwell.platform.councils.owned import Owned
from leavingwell.platform.people.models import Person

APPS = ("content", "themes", "councils", "people", "documents")  # of questions, everything is made by `own_framework`
PLAIN = {
    models.DateTimeField: timezone.now,
    models.DateField: timezone.localdate,
    models.UUIDField: uuid4,
    models.BooleanField: lambda: True,
    models.IntegerField: lambda: 1,
    models.DecimalField: lambda: 1,
}


def kinds() -> list[Any]:
    found = [model for model in apps.get_models() if issubclass(model, Owned) and not issubclass(model, Page)]
    return [model for model in found if model._meta.app_label in APPS]


def make_missing(place: Any) -> None:
    """Inside the council's scope."""
    for model in kinds():
        if not model._base_manager.filter(council=place.council).exists():
            with suppress(Error, ValidationError, LookupError), transaction.atomic():
                make_row(model, place)


def make_row(model: Any, place: Any) -> Any:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key and field.name != "council"]
    return model.objects.create(**{field.name: value_for(field, place) for field in fields if is_needed(field)})


def is_needed(field: Any) -> bool:
    if isinstance(field, models.CharField | models.TextField):
        return not (field.choices and field.blank) and (not field.null or field.name.endswith("_en"))
    return not (field.null or field.has_default())


def value_for(field: Any, place: Any) -> Any:
    if field.is_relation:
        return row_for(field.related_model, place)
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.URLField):
        return f"https://{place.council.slug}.example.org/"
    if isinstance(field, models.CharField | models.TextField):
        return f"{place.council.slug} {field.name}".replace("_", "-").replace(" ", "-")[: field.max_length]
    return first(make() for kind, make in PLAIN.items() if isinstance(field, kind))


def first(found: Iterator[Any]) -> Any:
    for one in found:
        return one
    raise LookupError


def row_for(model: Any, place: Any) -> Any:
    if issubclass(model, Page):
        return first(page for page in (place.offer, place.page, place.home) if isinstance(page, model))
    known = {Image: place.image, Document: place.document, Revision: place.revision, Person: place.household.editor}
    if model in known:
        return known[model]
    rows = model._base_manager.filter(council=place.council) if issubclass(model, Owned) else model.objects.all()
    return rows.first() or make_row(model, place)
