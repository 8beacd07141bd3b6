"""What the templates of a document need: days in words, and the picture of a code."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateformat import format as format_day
from django.utils.translation import get_language

from leavingwell.translations.days import written_day
from leavingwell.translations.languages import SOURCE

register = template.Library()
BY_DJANGO = frozenset({SOURCE, "cy", "ar"})  # of the others CLDR knows more


@register.filter
def day(value: date | None) -> str:
    """5 June 2026, in the active language. Django's own short form of it would be American in English."""
    if value is None:
        return ""
    moment = timezone.localtime(value) if isinstance(value, datetime) else value
    language = get_language() or SOURCE
    if language in BY_DJANGO:
        return str(format_day(moment, "j F Y"))
    return written_day(moment, language, beside=False)  # an engine of ours mixes up numbers that stand in brackets


@register.filter
def of(pictures: Any, key: Any) -> Any:
    """The picture of a code, or of a place in a list."""
    return pictures[key]
