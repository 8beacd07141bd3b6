"""Naming the places of `questionnaires.changes` in words."""

from django.template import Library
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leavingwell.questionnaires.changes import Place
from leavingwell.questionnaires.kinds import AnswerType, Variant
from leavingwell.translations.languages import language_of

register = Library()
PARTS = {
    "text": gettext_lazy("Question"),
    "help": gettext_lazy("Why we ask"),
    "title": gettext_lazy("Title"),
    "rules": gettext_lazy("Rules"),
}


@register.filter
def subject_name(code: str) -> str:
    """A question's or a domain's code as it is; an answer type in words."""
    return _("Answers: %s") % AnswerType(code).label if code in AnswerType.values else code


@register.filter
def place_name(place: Place) -> str:
    if place.part == "rules":
        return str(PARTS["rules"])
    name = place.choice or str(PARTS[place.part])
    variant = "" if place.variant == Variant.STANDARD else f", {Variant(place.variant).label}"
    return f"{name}{variant} ({language_of(place.language).english_name})"


@register.filter
def direction(language: str) -> str:
    return language_of(language).direction
