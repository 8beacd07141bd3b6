"""Freezing a questionnaire's present wording into the content of a published version.

    {"code": "outcomes", "domains": [{
        "code": "HOME", "name": "Housing", "title": {"en": "Home", …},
        "questions": [{
            "code": "HOME-01", "is_core": true, "is_own": false, "answer_type": "YN", "level": 1, "schedule_1": [5],
            "texts": {"standard": {"text": {"en": …}, "help": {"en": …}, "prompt": {}}, "easy_read": …},
            "media": {"easy_read": {"picture": {"name": "5e….webp", "width": 600, "height": 400,
                                                "alternative_text": {"en": …}},
                                    "recordings": {"en": "77….mp3"}}},
            "show_when": null, "tell_a_person": ["no"], "tell_if_repeated": [],
            "limits": {"least": null, "most": null},
            "choices": [{"code": "yes", "score": 2, "label": {"en": "Yes", …}, "labels": {"easy_read": …}}, …]}]}]}

A council's own wording stands in place of the national one in every language: a translation of the national question
is not a translation of the council's. A hidden question is not there at all. `score` is null where a question has no
points: a council's own never have. `prompt` is the worker's alone.
"""

import hashlib
import json
from collections import defaultdict
from decimal import Decimal
from typing import Any

from leavingwell.questionnaires.arranging import Arrangements, arrangements
from leavingwell.questionnaires.kinds import CHOICE_CODES, OWN_CHOICES, Variant
from leavingwell.questionnaires.models import Choice, ChoiceLabel, Indicator, Questionnaire, Wording
from leavingwell.questionnaires.ownership import in_this_scope, own_over_national
from leavingwell.translations.localised import shown_texts_of

Content = dict[str, Any]
Labels = dict[str, dict[str, Any]]  # variant -> the label in each language
PARTS = ("text", "help", "prompt")


def media_of(wording: Wording) -> dict[str, Any]:
    picture = wording.picture
    shown = (
        {
            "name": picture.name,
            "width": picture.width,
            "height": picture.height,
            "alternative_text": dict(shown_texts_of(wording, "picture_text")),
        }
        if picture
        else None
    )
    return {"picture": shown, "recordings": {one.language: one.media.name for one in wording.recordings.all()}}


def wordings_by_indicator() -> dict[Any, list[Wording]]:
    rows = Wording.objects.select_related("picture").prefetch_related("recordings__media")
    chosen = own_over_national(rows, lambda wording: (wording.indicator_id, wording.variant))
    found: dict[Any, list[Wording]] = defaultdict(list)
    for wording in chosen.values():
        found[wording.indicator_id].append(wording)
    return found


def shared_labels() -> dict[Any, Labels]:
    """By answer type and choice."""
    rows = own_over_national(ChoiceLabel.objects.all(), lambda one: (one.answer_type, one.code, one.variant))
    found: dict[Any, Labels] = defaultdict(dict)
    for (answer_type, code, variant), label in rows.items():
        found[answer_type, code][variant] = dict(shown_texts_of(label, "label"))
    return found


def own_labels() -> dict[Any, dict[str, Labels]]:
    """By indicator and choice, in their order."""
    found: dict[Any, dict[str, Labels]] = defaultdict(dict)
    for choice in Choice.objects.order_by("order"):
        found[choice.indicator_id].setdefault(choice.code, {})[choice.variant] = dict(shown_texts_of(choice, "label"))
    return found


def choice_of(code: str, score: int | None, labels: Labels) -> dict[str, Any]:
    others = {variant: label for variant, label in sorted(labels.items()) if variant != Variant.STANDARD}
    return {"code": code, "score": score, "label": labels.get(Variant.STANDARD, {}), "labels": others}


def choices_of(indicator: Indicator, shared: dict[Any, Labels], own: dict[Any, dict[str, Labels]]) -> list[Any]:
    if indicator.answer_type in OWN_CHOICES:
        return [choice_of(code, None, labels) for code, labels in own[indicator.pk].items()]
    codes = CHOICE_CODES.get(indicator.answer_type, ())
    scores: list[int | None] = [*indicator.scores] or [None] * len(codes)
    return [
        choice_of(code, score, shared[indicator.answer_type, code]) for code, score in zip(codes, scores, strict=True)
    ]


def number(value: Decimal | None) -> float | int | None:
    return value if value is None else int(value) if value == int(value) else float(value)


def question_of(
    indicator: Indicator, wordings: list[Wording], choices: list[Any], arranged: Arrangements
) -> dict[str, Any]:
    mine = sorted(wordings, key=lambda wording: wording.variant)
    return {
        "code": indicator.code,
        "is_core": indicator.is_core,
        "is_own": indicator.council_id is not None,
        "answer_type": indicator.answer_type,
        "level": indicator.level,
        "schedule_1": indicator.schedule_1,
        "texts": {one.variant: {part: dict(shown_texts_of(one, part)) for part in PARTS} for one in mine},
        "media": {one.variant: media_of(one) for one in mine},
        "choices": choices,
        "show_when": arranged.show_when(indicator),
        "tell_a_person": arranged.tell_a_person(indicator),
        "tell_if_repeated": indicator.tell_if_repeated,
        "limits": {"least": number(indicator.least), "most": number(indicator.most)},
    }


def content_of(questionnaire: Questionnaire) -> Content:
    """The questionnaire as it would be published now, in the scope that is open. Constant queries."""
    wordings, shared, own = wordings_by_indicator(), shared_labels(), own_labels()
    domains = own_over_national(questionnaire.domains.all(), lambda domain: domain.code)
    arranged = arrangements()
    by_domain: dict[str, list[dict[str, Any]]] = defaultdict(list)
    asked = Indicator.objects.filter(domain__questionnaire=questionnaire, retired_on=None).select_related("domain")
    for indicator in sorted(in_this_scope(asked), key=arranged.place):
        if not arranged.is_hidden(indicator):
            choices = choices_of(indicator, shared, own)
            question = question_of(indicator, wordings[indicator.pk], choices, arranged)
            by_domain[indicator.domain.code].append(question)
    return {
        "code": questionnaire.code,
        "domains": [
            {
                "code": code,
                "name": domain.name,
                "title": dict(shown_texts_of(domain, "title")),
                "questions": by_domain[code],
            }
            for code, domain in sorted(domains.items(), key=lambda item: arranged.domain_place(item[1]))
        ],
    }


def hash_of(content: Content) -> str:
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
