"""Freezing a questionnaire's present wording into the content of a published version.

    {"code": "outcomes", "domains": [{
        "code": "HOME", "name": "Housing", "title": {"en": "Home", …},
        "questions": [{
            "code": "HOME-01", "is_core": true, "answer_type": "YN", "level": 1, "schedule_1": [5],
            "texts": {"standard": {"text": {"en": …}, "help": {"en": …}}, …},
            "image": null, "show_when": null, "tell_a_person": ["no"],
            "tell_if_repeated": [],
            "choices": [{"code": "yes", "score": 2, "label": {"en": "Yes", …}}, …]}]}]}

A council's own wording stands in place of the national one in every language: a translation of the national question
is not a translation of the council's.
"""

import hashlib
import json
from collections import defaultdict
from typing import Any

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.kinds import CHOICE_CODES
from leavingwell.questionnaires.models import ChoiceLabel, Indicator, Questionnaire, Wording
from leavingwell.translations.localised import texts_of

Content = dict[str, Any]


def in_this_scope(rows: Any) -> list[Any]:
    """The nation's rows and the council's own. The national scope sees every council's: they are not the nation's."""
    return [row for row in rows if row.council_id in (None, scope.current())]


def own_over_national(rows: Any, key: Any) -> dict[Any, Any]:
    """The council's row where there is one, else the nation's, by `key(row)`."""
    chosen: dict[Any, Any] = {}
    for row in sorted(in_this_scope(rows), key=lambda row: row.council_id is not None):
        chosen[key(row)] = row
    return chosen


def texts_by_indicator() -> dict[Any, dict[str, Any]]:
    chosen = own_over_national(Wording.objects.all(), lambda wording: (wording.indicator_id, wording.variant))
    texts: dict[Any, dict[str, Any]] = defaultdict(dict)
    for (indicator, variant), wording in chosen.items():
        texts[indicator][variant] = {"text": dict(texts_of(wording, "text")), "help": dict(texts_of(wording, "help"))}
    return texts


def choices_of(indicator: Indicator, labels: dict[Any, ChoiceLabel]) -> list[dict[str, Any]]:
    codes = CHOICE_CODES[indicator.answer_type]
    return [
        {"code": code, "score": score, "label": dict(texts_of(labels[indicator.answer_type, code], "label"))}
        for code, score in zip(codes, indicator.scores, strict=True)
    ]


def question_of(indicator: Indicator, texts: dict[str, Any], labels: dict[Any, ChoiceLabel]) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "is_core": indicator.is_core,
        "answer_type": indicator.answer_type,
        "level": indicator.level,
        "schedule_1": indicator.schedule_1,
        "texts": texts,
        "image": None,
        "choices": choices_of(indicator, labels),
        "show_when": None,
        "tell_a_person": indicator.tell_a_person,
        "tell_if_repeated": indicator.tell_if_repeated,
    }


def content_of(questionnaire: Questionnaire) -> Content:
    """The questionnaire as it would be published now, in the scope that is open. Constant queries."""
    texts = texts_by_indicator()
    labels = own_over_national(ChoiceLabel.objects.all(), lambda label: (label.answer_type, label.code))
    domains = own_over_national(questionnaire.domains.all(), lambda domain: domain.code)
    by_domain: dict[str, list[dict[str, Any]]] = defaultdict(list)
    asked = Indicator.objects.filter(domain__questionnaire=questionnaire, retired_on=None).select_related("domain")
    for indicator in in_this_scope(asked):
        by_domain[indicator.domain.code].append(question_of(indicator, texts[indicator.pk], labels))
    return {
        "code": questionnaire.code,
        "domains": [
            {"code": code, "name": domain.name, "title": dict(texts_of(domain, "title")), "questions": by_domain[code]}
            for code, domain in sorted(domains.items(), key=lambda item: item[1].order)
        ],
    }


def hash_of(content: Content) -> str:
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
