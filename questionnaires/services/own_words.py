"""The words of a council's own question: in each language and variant, and those of its choices."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from leavingwell.platform.audit.services import differences, record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.freezing import number
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import Choice, Indicator, Wording
from leavingwell.questionnaires.own_question import LONGEST_LABEL, OwnChoice, Texts, fault, text_faults, word_faults
from leavingwell.questionnaires.services.arranging import lock
from leavingwell.questionnaires.services.codes import choice_code
from leavingwell.questionnaires.services.published import published
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.localised import texts_of

PARTS = ("text", "help", "prompt")
Labels = Mapping[str, Texts]  # choice -> label in each language


def columns(field: str, texts: Texts) -> dict[str, str]:
    return {f"{field}_{language}": text.strip() for language, text in texts.items()}


def write_words(indicator: Indicator, words: Mapping[str, Texts], variant: str = Variant.STANDARD) -> None:
    """Languages that are not named keep what they have."""
    values = {name: text for part in PARTS for name, text in columns(part, words.get(part, {})).items()}
    if any(values.values()) or Wording.objects.filter(indicator=indicator, variant=variant).exists():
        Wording.objects.update_or_create(indicator=indicator, variant=variant, defaults=values)


def write_choices(indicator: Indicator, choices: Sequence[OwnChoice]) -> None:
    """The list in this order. A code that is not among them goes, in every variant; a new choice gets a code."""
    used = {*Choice.objects.filter(indicator=indicator).values_list("code", flat=True)}
    used |= published(indicator.code).choices if choices else set()
    codes = []
    for choice in choices:
        codes.append(choice.code or choice_code(choice.labels[SOURCE], used))
        used.add(codes[-1])
    Choice.objects.filter(indicator=indicator).exclude(code__in=codes).delete()
    for order, (code, choice) in enumerate(zip(codes, choices, strict=True)):
        Choice.objects.filter(indicator=indicator, code=code).update(order=order)
        write_label(indicator, code, Variant.STANDARD, choice.labels, order)
    if choices:
        telling = [code for code, choice in zip(codes, choices, strict=True) if choice.tells]
        indicator.tell_a_person = telling
        indicator.save(update_fields=["tell_a_person"])


def write_label(indicator: Indicator, code: str, variant: str, labels: Texts, order: int) -> None:
    values: dict[str, Any] = {"order": order, **columns("label", labels)}
    Choice.objects.update_or_create(indicator=indicator, code=code, variant=variant, defaults=values)


@transaction.atomic
def set_variant(
    indicator: Indicator, variant: Variant, words: Mapping[str, Texts], labels: Labels, by: Person | None
) -> None:
    """The question and its choices in another variant. What is empty there is shown in the standard words.

    Raises a problem for each fault, the field being a part of the words or `choices.<code>`.
    """
    lock()
    orders = dict(Choice.objects.filter(indicator=indicator).values_list("code", "order"))
    if problems := list(variant_faults(words, labels, orders)):
        raise Problems(problems)
    before = snapshot(indicator, variant)
    write_words(indicator, words, variant)
    for code, texts in labels.items():
        if any(texts.values()) or Choice.objects.filter(indicator=indicator, code=code, variant=variant).exists():
            write_label(indicator, code, variant, texts, orders[code])
    if changes := changed(before, snapshot(indicator, variant)):
        record("question.changed", indicator, by=by, changes=changes)


def variant_faults(words: Mapping[str, Texts], labels: Labels, known: Mapping[str, int]) -> Any:
    yield from word_faults(words)
    if any(words.get("text", {}).values()) and not words["text"].get(SOURCE):
        yield fault("text", _("Write it in English too: it is what everybody else reads."))
    for code, texts in labels.items():
        path = f"choices.{code}"
        yield from text_faults(path, texts, LONGEST_LABEL)
        if code not in known:
            yield fault(path, _("This question has no choice %s.") % code)
        elif any(texts.values()) and not texts.get(SOURCE):
            yield fault(path, _("Give this choice its English words."))


def snapshot(indicator: Indicator, variant: str = Variant.STANDARD) -> dict[str, Any]:
    """Everything that an editor can change, fit for the record."""
    wording = Wording.objects.filter(indicator=indicator, variant=variant).first()
    found: dict[str, Any] = {part: dict(texts_of(wording, part)) for part in PARTS} if wording else {}
    for choice in Choice.objects.filter(indicator=indicator, variant=variant).order_by("order"):
        found[f"choice {choice.code}"] = dict(texts_of(choice, "label"))
    for name in ("answer_type", "level", "tell_a_person"):
        found[name] = getattr(indicator, name)
    return {**found, "least": number(indicator.least), "most": number(indicator.most)}


def changed(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """What is gone is there as well."""
    return differences(before, {**dict.fromkeys(before), **after})
