"""What the screens of own questions show, each in a handful of queries."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.questionnaires.freezing import Labels, own_labels, shared_labels
from leavingwell.questionnaires.kinds import CHOICE_CODES, OWN_CHOICES, AnswerType, Variant
from leavingwell.questionnaires.models import BankQuestion, Domain, Indicator, Wording
from leavingwell.questionnaires.own_question import MOST_CHOICES
from leavingwell.questionnaires.services.published import asked_now, published, published_codes
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.localised import texts_of
from leavingwell.translations.panels import languages_in_scope

PARTS = ("text", "help", "prompt")


@dataclass(frozen=True)
class Listed:
    """An own question in the list. `state` is draft, published or retired; `note` says what publishing will change."""

    indicator: Indicator
    words: str
    languages: str
    state: str
    note: str
    is_shared: bool


def own_indicators() -> Any:
    rows = Indicator.objects.filter(council_id=scope.current_council_id())
    return rows.select_related("domain").order_by("domain__order", "order")


def standard_words() -> dict[Any, Wording]:
    rows = Wording.objects.filter(council_id=scope.current_council_id(), variant=Variant.STANDARD)
    return {row.indicator_id: row for row in rows}


def shared_codes() -> set[str]:
    """Of the council's own questions that are in the bank."""
    slug = Council.objects.values_list("slug", flat=True).get(pk=scope.current_council_id())
    return set(BankQuestion.objects.filter(origin=slug, withdrawn_at=None).values_list("code", flat=True))


def listed() -> list[Listed]:
    words, ever, now, shared, chosen = (
        standard_words(), published_codes(), asked_now(), shared_codes(), languages_in_scope(),
    )  # fmt: skip
    found = []
    for indicator in own_indicators():
        wording = words.get(indicator.pk)
        texts = dict(texts_of(wording, "text")) if wording else {}
        names = ", ".join(LANGUAGES[code].english_name for code in chosen if code in texts)
        state, note = state_of(indicator, ever, now)
        found.append(Listed(indicator, texts.get(SOURCE, ""), names, state, note, indicator.code in shared))
    return found


def state_of(indicator: Indicator, ever: set[str], now: set[str]) -> tuple[str, str]:
    if indicator.retired_on:
        return "retired", _("Still asked until you publish.") if indicator.code in now else ""
    if indicator.code in now:
        return "published", ""
    return "draft", _("It was asked before.") if indicator.code in ever else ""


def domain_choices() -> list[tuple[str, str]]:
    rows = Domain.objects.filter(council=None).order_by("order")
    return [(row.code, row.name) for row in rows]


def labels_by_type() -> dict[str, dict[str, str]]:
    """The English words of the shared answers, as the council has them."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (answer_type, code), labels in shared_labels().items():
        found[answer_type][code] = labels.get(Variant.STANDARD, {}).get(SOURCE, code)
    return found


def locked_words(indicator: Indicator) -> str:
    """Why the way of answering stays; nothing while it does not have to."""
    label = published(indicator.code).answer_type
    words = _("It was published as “%s”, and answers say so. To ask in another way, retire it and add a new question.")
    return words % AnswerType(label).label if label else ""


def choices_of(indicator: Indicator) -> dict[str, Labels]:
    return dict(own_labels().get(indicator.pk, {})) if indicator.answer_type in OWN_CHOICES else {}


def words_of(indicator: Indicator, variant: str = Variant.STANDARD) -> dict[str, str]:
    wording = Wording.objects.filter(indicator=indicator, variant=variant).first()
    return {f"{part}_{code}": text for part in PARTS if wording for code, text in texts_of(wording, part)}


def initial_of(indicator: Indicator) -> dict[str, Any]:
    """The values of the form of a question that is there."""
    told, kind = indicator.tell_a_person, indicator.answer_type
    values: dict[str, Any] = {name: getattr(indicator, name) for name in ("answer_type", "level", "least", "most")}
    for row, (code, labels) in enumerate(list(choices_of(indicator).items())[:MOST_CHOICES]):
        values |= {f"choice_{row}_code": code, f"choice_{row}_tells": code in told}
        values |= {f"choice_{row}_{language}": text for language, text in labels.get(Variant.STANDARD, {}).items()}
    return {**values, **words_of(indicator), **({f"tells_{kind}": told} if kind in CHOICE_CODES else {})}
