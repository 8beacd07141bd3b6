"""Naming the places of `questionnaires.changes` in words."""

import json

from django.template import Library
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.questionnaires.changes import AREAS, Change, Place
from leavingwell.questionnaires.kinds import AnswerType, Variant
from leavingwell.translations.languages import language_of

register = Library()
PARTS = {
    "text": gettext_lazy("Question"),
    "help": gettext_lazy("Why we ask"),
    "title": gettext_lazy("Title"),
    "prompt": gettext_lazy("Prompt for the worker"),
    "picture": gettext_lazy("Picture"),
    "recording": gettext_lazy("Recording"),
    "rules": gettext_lazy("Rules"),
    "order": gettext_lazy("Order"),
}
RULES = {
    "answer_type": gettext_lazy("How it is answered."),
    "scores": gettext_lazy("Its choices, or their points."),
    "show_when": gettext_lazy("When it is shown."),
    "tell_a_person": gettext_lazy("After which answers a person is told."),
    "tell_if_repeated": gettext_lazy("After which answers a person is told."),
    "limits": gettext_lazy("The smallest and the largest number."),
}


@register.filter
def subject_name(code: str) -> str:
    """A question's or a domain's code as it is; an answer type in words."""
    if code == AREAS:
        return _("Areas of life")
    return _("Answers: %s") % AnswerType(code).label if code in AnswerType.values else code


@register.filter
def place_name(place: Place) -> str:
    if place.part in ("rules", "order"):
        return str(PARTS[place.part])
    name = place.choice or str(PARTS[place.part])
    variant = "" if place.variant == Variant.STANDARD else f", {Variant(place.variant).label}"
    return f"{name}{variant} ({language_of(place.language).english_name})"


@register.filter
def direction(language: str) -> str:
    return language_of(language).direction


@register.filter
def rules_words(change: Change) -> str:
    """Which of a question's rules are others now."""
    before, after = json.loads(change.before or "{}"), json.loads(change.after or "{}")
    changed = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    words = dict.fromkeys(str(RULES.get(name, _("How it is scored or followed up."))) for name in changed)
    return " ".join(words)
