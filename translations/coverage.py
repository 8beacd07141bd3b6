"""How much of what a council shows is translated, and how good it is, counted by the database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum
from modeltranslation.translator import translator

from leavingwell.translations.languages import SOURCE
from leavingwell.translations.models import Status
from leavingwell.translations.workbench.progress import effective
from leavingwell.translations.workbench.units import in_scope

WITHOUT_WORDS = (Status.MISSING, Status.DRAFT, Status.REJECTED)


@dataclass(frozen=True)
class Progress:
    """Texts of one area in one language, the council's own and the nation's.

    `total` have English; `translated` of them have a translation, whoever made it: `reviewed`, `machine_draft` and
    `stale` are among these. `words_left` counts the English words of the others and of the stale.
    """

    area: str
    language: str
    total: int
    translated: int
    reviewed: int
    machine_draft: int
    stale: int
    words_left: int


def registered() -> Iterator[tuple[Any, list[str]]]:
    for model in translator.get_registered_models(abstract=False):
        fields = list(translator.get_options_for_model(model).local_fields)
        if fields:
            yield model, fields


def has(column: str) -> Q:
    return Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})


def progress(languages: Sequence[str]) -> list[Progress]:
    """Two queries. An area in which there is nothing to translate is left out."""
    wanted = [code for code in languages if code != SOURCE]
    areas = in_scope().order_by("area").values("area")
    totals: list[Any] = list(areas.annotate(texts=Count("pk"), english=Sum("words")))
    rows = effective().filter(language__in=wanted).exclude(status__in=WITHOUT_WORDS).order_by()
    counted = rows.values("language", "unit__area", "status").annotate(texts=Count("pk"), english=Sum("unit__words"))
    found: dict[Any, Any] = {(row["language"], row["unit__area"], row["status"]): row for row in counted}
    return [of_area(found, total, code) for code in wanted for total in totals]


def of_area(found: dict[Any, Any], total: Any, language: str) -> Progress:
    def sum_of(what: str, *statuses: str) -> int:
        return sum(found.get((language, total["area"], status), {what: 0})[what] for status in statuses)

    others = [status for status in Status.values if status != Status.STALE]
    return Progress(
        area=total["area"],
        language=language,
        total=total["texts"],
        translated=sum_of("texts", *Status.values),
        reviewed=sum_of("texts", Status.REVIEWED),
        machine_draft=sum_of("texts", Status.MACHINE_DRAFT),
        stale=sum_of("texts", Status.STALE),
        words_left=total["english"] - sum_of("english", *others),
    )
