"""A day keeps its number to itself, whatever name stands before it."""

from django.utils import translation

from leavingwell.themes.portal.tags.days import day, full_day


def test_in_a_language_read_from_the_right() -> None:
    with translation.override("ar"):
        for written in (day("2025-11-21"), full_day("2025-11-21")):
            assert (written[0], written[-1]) == ("\u2068", "\u2069")
    assert full_day("2025-11-21") == "21 November 2025"
