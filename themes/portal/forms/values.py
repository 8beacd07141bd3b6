"""Numbers and dates as people type them, and answers with several choices."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
DECIMAL_COMMA = re.compile(r"([+-]?\d+)[,٫](\d{1,2})")
AROUND = "£€$% \u00a0"
LONGEST_NUMBER = 40  # characters


def read_number(text: str) -> str:
    """A number in any digits, as the API takes it: `1,000`, `2,5`, `£20` and `٢٫٥` are numbers.

    Raises ValueError for anything else.
    """
    text = text.strip(AROUND).replace("٬", ",")
    if THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    if found := DECIMAL_COMMA.fullmatch(text):
        text = f"{found[1]}.{found[2]}"
    try:
        number = Decimal(text) if len(text) <= LONGEST_NUMBER else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite():
        raise ValueError(text)
    return str(number)


def read_parts(day: str, month: str, year: str) -> str:
    """An ISO date of three numbers. Raises ValueError for none, and for a year that is not written in full."""
    if len(year) != 4 or len(month) > 2 or len(day) > 2:
        raise ValueError(year)
    return date(int(year), int(month), int(day)).isoformat()


def parts_of(day: str | None) -> dict[str, str]:
    """An ISO date as the three fields hold it."""
    if not day:
        return {}
    year, month, number = day.split("-")
    return {"day": number.lstrip("0"), "month": month.lstrip("0"), "year": year}


class PartField(forms.CharField):
    """The day, the month or the year of a date: digits alone."""

    def __init__(self, label: Any, longest: int) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": f"part of-{longest}"}
        super().__init__(label=label, widget=forms.TextInput(attrs=attrs))


class NumberField(forms.CharField):
    """Kept as it was typed, so that what is wrong can be seen."""

    def __init__(self) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "short"}
        super().__init__(widget=forms.TextInput(attrs=attrs))


class SeveralField(forms.Field):
    """Codes of choices; which there are, the API knows."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> list[str]:
        return list(value or ())
