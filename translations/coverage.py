"""How much of what a council shows is translated, counted by the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from modeltranslation.translator import translator

from leavingwell.translations.languages import SOURCE


@dataclass(frozen=True)
class Progress:
    """Texts of one area in one language: `total` have a source text, `translated` of them a translation."""

    area: str
    language: str
    total: int
    translated: int


def registered() -> Iterator[tuple[Any, list[str]]]:
    for model in translator.get_registered_models(abstract=False):
        fields = list(translator.get_options_for_model(model).local_fields)
        if fields:
            yield model, fields


def has(column: str) -> Q:
    return Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})


def counted(model: Any, fields: list[str], languages: list[str]) -> dict[str, int]:
    """How many source texts there are (`total`), and how many have a translation, by language."""
    counts: dict[str, Any] = {}
    for code in ["total", *languages]:
        for field in fields:
            condition = (
                has(f"{field}_{SOURCE}") if code == "total" else has(f"{field}_{SOURCE}") & has(f"{field}_{code}")
            )
            counts[f"{code}_of_{field}"] = Count("pk", filter=condition)
    found = model._default_manager.aggregate(**counts)
    return {code: sum(found[f"{code}_of_{field}"] for field in fields) for code in ["total", *languages]}


def progress(languages: list[str]) -> list[Progress]:
    """One query a model; the areas are the models' names."""
    wanted = [code for code in languages if code != SOURCE]
    rows = []
    for model, fields in registered():
        found = counted(model, fields, wanted)
        area = str(model._meta.verbose_name_plural)
        rows += [Progress(area, code, found["total"], found[code]) for code in wanted]
    return rows
