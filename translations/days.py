"""Days and times of day as people write them in a language: its names of months, its order, its digits, its calendar.

Appointments and deadlines in England are kept by the Gregorian calendar, so that is what is always shown. Who reads
Farsi or Pashto most often counts in the Solar Hijri one: that day stands beside it, in numbers, for the names of its
months differ between Iran and Afghanistan. Digits are those that CLDR has for the language; numbers that are dialled,
typed or paid stay in the digits of telephones and keyboards.
"""

from datetime import date, datetime
from typing import Literal

import jdatetime  # type: ignore[import-untyped]  # it has no types
from babel import Locale
from babel.dates import format_date, format_skeleton
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi

from leavingwell.translations.languages import SOLAR_HIJRI, SOURCE, language_of

Style = Literal["full", "long", "medium"]  # with the day of the week; without; short
ZEROS = {"latn": "0", "arab": "٠", "arabext": "۰", "beng": "০"}
LATIN = "0123456789"
BY_DJANGO = frozenset({SOURCE, "cy", "ar"})  # the languages in which its own words for days are right
OF_ENGLAND = {"en": "en_GB"}  # CLDR's plain English puts the month first


def in_digits(text: str, language: str) -> str:
    """The text with the digits of the language."""
    zero = ord(ZEROS[Locale(language_of(language).code).default_numbering_system])
    return text.translate({ord(digit): chr(zero + number) for number, digit in enumerate(LATIN)})


def written_day(day: date, language: str, style: Style = "long", *, beside: bool = True) -> str:
    """A day with its year; where it belongs, with the Solar Hijri one beside it unless `beside` is False."""
    code = language_of(language).code
    words = in_digits(format_date(day, style, locale=OF_ENGLAND.get(code, code)), code)
    return f"{words} ({solar_hijri(day, code)})" if beside and code in SOLAR_HIJRI and style != "medium" else words


def solar_hijri(day: date, language: str) -> str:
    found = jdatetime.date.fromgregorian(date=day)
    return in_digits(f"{found.year}/{found.month}/{found.day}", language)


def written_month(day: date, language: str, *, with_year: bool) -> str:
    code = language_of(language).code
    words = format_skeleton("yMMMM", day, locale=code) if with_year else format_date(day, "LLLL", locale=code)
    return in_digits(words, code)


def apart(day: str) -> str:
    """Read from the right, its number would else join a name in Latin letters that stands before it."""
    return f"\u2068{day}\u2069" if get_language_bidi() else day


def with_year(day: date) -> str:
    """27 November 2026, in the language of the reader of this moment."""
    language = get_language() or SOURCE
    return apart(date_format(day, "j F Y") if language in BY_DJANGO else written_day(day, language))


def time_of_day(moment: datetime) -> str:
    """10:32, where the reader is."""
    return in_digits(timezone.localtime(moment).strftime("%H:%M"), get_language() or SOURCE)
