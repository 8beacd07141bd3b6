"""Questions and answers of every type."""

from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leavingwell.themes.portal import words
from leavingwell.themes.portal.tags.fields import control, problems_of
from leavingwell.translations.days import with_year

register = template.Library()
SINGLE = ("YN", "3PT", "FACES", "ONE")


def written(number: float) -> str:
    return f"{number:g}"


@register.simple_tag
def limits(found: dict[str, Any]) -> str:
    """Between what a number lies, said before it is typed."""
    least, most = found["least"], found["most"]
    if least is not None and most is not None:
        return _("From %(least)s to %(most)s.") % {"least": written(least), "most": written(most)}
    if least is not None:
        return _("%s or more.") % written(least)
    return _("%s or less.") % written(most)


@register.simple_tag(takes_context=True)
def words_control(context: Any, bound: BoundField, language: str = "", hint: str = "") -> SafeString:
    """A field for somebody's own words in the language of the sitting; the browser checks the spelling."""
    bound.field.widget.attrs["spellcheck"] = "true"
    if language:
        bound.field.widget.attrs["lang"] = language
    return control(context, bound, hint)


@register.inclusion_tag("portal/parts/field.html", takes_context=True)
def words_field(context: Any, bound: BoundField, language: str = "", label: str = "", hint: str = "") -> dict[str, Any]:
    """The same with its label and a hint."""
    return {
        "field": bound,
        "label": label or bound.label,
        "hint": hint,
        "control": words_control(context, bound, language, hint),
    }


@register.simple_tag
def tells(question: dict[str, Any], code: str) -> SafeString:
    """Marks a choice that nobody sends by a slip of the finger: a script does not save it by itself."""
    telling = [*question.get("tellsAPerson", ()), *question.get("tellsAPersonIfRepeated", ())]
    return SafeString(" data-tells" if code in telling else "")


@register.filter
def is_single(question: dict[str, Any]) -> bool:
    """One choice is the answer."""
    return question.get("answerType", "YN") in SINGLE


@register.filter
def face_number(code: str) -> int:
    return words.FACE_NUMBERS[code]


@register.filter
def whole_day(value: str) -> str:
    """27 November 2026."""
    return with_year(date.fromisoformat(value))


@register.filter
def channel_said(code: str) -> str:
    return str(words.CHANNEL_SAID[code])


@register.filter
def variant_word(code: str) -> str:
    return str(words.VARIANTS[code])


@register.filter
def answer_to(answers: dict[str, Any], code: str) -> Any:
    """The answer to one question; None while there is none."""
    return answers.get(code)


@register.simple_tag
def every_error(forms: list[tuple[dict[str, Any], BaseForm]]) -> list[tuple[str, str]]:
    """What is to be put right in the forms of several questions, each with the code of its question."""
    return [(question["code"], error) for question, form in forms for _id, error in problems_of(form)]
