"""What the templates of a document need: days in words, and the picture of a code."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateformat import format as format_day
from django.utils.formats import date_format, get_format_modules
from django.utils.translation import get_language

from leavingwell.translations.languages import SOURCE

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """5 June 2026, in the active language. Django's own English, and what it falls back to, would be American."""
    if value is None:
        return ""
    moment = timezone.localtime(value) if isinstance(value, datetime) else value
    if get_language() == SOURCE or not get_format_modules():
        return str(format_day(moment, "j F Y"))
    return str(date_format(moment, "DATE_FORMAT"))


@register.filter
def of(pictures: Any, key: Any) -> Any:
    """The picture of a code, or of a place in a list."""
    return pictures[key]
