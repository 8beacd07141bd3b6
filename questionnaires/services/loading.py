"""Loading the national framework from its data file: again and again, with the same result."""

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from leavingwell.platform.councils.scope import national_scope
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Indicator, Questionnaire, Wording
from leavingwell.questionnaires.services.drafted_words import load_drafted_words
from leavingwell.questionnaires.services.easy_read import load_easy_read
from leavingwell.questionnaires.services.publishing import publish_if_changed
from leavingwell.translations.services.collecting import loading

OUTCOMES = Path(__file__).parents[1] / "data" / "outcomes.json"
Texts = dict[str, str]
Row = dict[str, Any]


def columns(field: str, texts: Texts) -> Texts:
    """The modeltranslation columns of a field: `{"en": …}` of `title` is `{"title_en": …}`."""
    return {f"{field}_{language}": text for language, text in texts.items()}


def store(model: Any, rows: Iterable[Row], *key: str) -> None:
    """Makes or changes the nation's rows, each known by its `key`. A field that a row does not name stays as it is.

    One statement for all the rows that name the same fields.
    """
    alike: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for row in rows:
        alike[tuple(row)].append(model(**row))
    for fields, made in alike.items():
        changed = [field for field in fields if field not in key]
        model.objects.bulk_create(made, update_conflicts=True, unique_fields=["council", *key], update_fields=changed)


def by_code(model: Any) -> dict[str, Any]:
    return {row.code: row for row in model.objects.filter(council=None)}


def label_of(answer_type: str, order: int, data: Row) -> Row:
    return {
        "answer_type": answer_type,
        "code": data["code"],
        "variant": Variant.STANDARD,
        "order": order,
        **columns("label", data["label"]),
    }


def domain_of(questionnaire: Questionnaire, order: int, data: Row) -> Row:
    title = columns("title", data["title"])
    return {"code": data["code"], "questionnaire": questionnaire, "name": data["name"], "order": order, **title}


def indicator_of(domain: Domain, order: int, data: Row) -> Row:
    return {
        "code": data["code"],
        "domain": domain,
        "order": order,
        "answer_type": data["answer_type"],
        "scores": data["scores"],
        "is_core": data["core"],
        "level": data["level"],
        "schedule_1": data["schedule_1"],
        "tell_a_person": data["tell_a_person"],
        "tell_if_repeated": data["tell_if_repeated"],
    }


def wording_of(indicator: Indicator, data: Row) -> Row:
    words = {**columns("text", data["text"]), **columns("help", data["help"])}
    return {"indicator": indicator, "variant": Variant.STANDARD, **words}


def load_choices(choices: dict[str, list[Row]]) -> None:
    labels = [label_of(kind, order, data) for kind, options in choices.items() for order, data in enumerate(options)]
    store(ChoiceLabel, labels, "answer_type", "code", "variant")


def load_questions(questionnaire: Questionnaire, told: list[Row]) -> None:
    """The domains, their questions, and the words of these."""
    store(Domain, [domain_of(questionnaire, order, data) for order, data in enumerate(told)], "code")
    domains = by_code(Domain)
    placed = [(domains[one["code"]], order, data) for one in told for order, data in enumerate(one["indicators"])]
    store(Indicator, [indicator_of(*one) for one in placed], "code")
    indicators = by_code(Indicator)
    words = [wording_of(indicators[data["code"]], data) for _domain, _order, data in placed]
    store(Wording, words, "indicator", "variant")


@transaction.atomic
def load_framework(path: Path = OUTCOMES, *, with_drafts: bool = False) -> Questionnaire:
    """Brings the national questionnaire in line with the file, and publishes a national version when it changed.

    `with_drafts`: also what a machine wrote in languages that the file does not have.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    with national_scope("load the national framework"):
        described = data["questionnaire"]
        questionnaire, _created = Questionnaire.objects.update_or_create(
            council=None, code=described["code"], defaults={"name": described["name"]}
        )
        with loading(ChoiceLabel, Domain, Wording):
            load_choices(data["choices"])
            load_questions(questionnaire, data["domains"])
            load_easy_read()
        if with_drafts:
            load_drafted_words()
        publish_if_changed(questionnaire, by=None)
    return questionnaire
