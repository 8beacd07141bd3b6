"""Loading the national framework from its data file: again and again, with the same result."""

import json
from pathlib import Path
from typing import Any

from django.db import transaction

from leavingwell.platform.councils.scope import national_scope
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Indicator, Questionnaire, Wording
from leavingwell.questionnaires.services.easy_read import load_easy_read
from leavingwell.questionnaires.services.publishing import publish_if_changed

OUTCOMES = Path(__file__).parents[1] / "data" / "outcomes.json"
Texts = dict[str, str]


def columns(field: str, texts: Texts) -> Texts:
    """The modeltranslation columns of a field: `{"en": …}` of `title` is `{"title_en": …}`."""
    return {f"{field}_{language}": text for language, text in texts.items()}


def load_choices(choices: dict[str, list[dict[str, Any]]]) -> None:
    for answer_type, options in choices.items():
        for order, option in enumerate(options):
            ChoiceLabel.objects.update_or_create(
                council=None,
                answer_type=answer_type,
                code=option["code"],
                variant=Variant.STANDARD,
                defaults={"order": order, **columns("label", option["label"])},
            )


def load_domain(questionnaire: Questionnaire, order: int, data: dict[str, Any]) -> Domain:
    fields = {"questionnaire": questionnaire, "name": data["name"], "order": order, **columns("title", data["title"])}
    return Domain.objects.update_or_create(council=None, code=data["code"], defaults=fields)[0]


def load_indicator(domain: Domain, order: int, data: dict[str, Any]) -> None:
    indicator, _created = Indicator.objects.update_or_create(
        council=None,
        code=data["code"],
        defaults={
            "domain": domain,
            "order": order,
            "answer_type": data["answer_type"],
            "scores": data["scores"],
            "is_core": data["core"],
            "level": data["level"],
            "schedule_1": data["schedule_1"],
            "tell_a_person": data["tell_a_person"],
            "tell_if_repeated": data["tell_if_repeated"],
        },
    )
    Wording.objects.update_or_create(
        council=None,
        indicator=indicator,
        variant=Variant.STANDARD,
        defaults={**columns("text", data["text"]), **columns("help", data["help"])},
    )


@transaction.atomic
def load_framework(path: Path = OUTCOMES) -> Questionnaire:
    """Brings the national questionnaire in line with the file, and publishes a national version when it changed."""
    data = json.loads(path.read_text(encoding="utf-8"))
    with national_scope("load the national framework"):
        described = data["questionnaire"]
        questionnaire, _created = Questionnaire.objects.update_or_create(
            council=None, code=described["code"], defaults={"name": described["name"]}
        )
        load_choices(data["choices"])
        for order, domain_data in enumerate(data["domains"]):
            domain = load_domain(questionnaire, order, domain_data)
            for place, indicator_data in enumerate(domain_data["indicators"]):
                load_indicator(domain, place, indicator_data)
        load_easy_read()
        publish_if_changed(questionnaire, by=None)
    return questionnaire
