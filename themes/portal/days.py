"""Reading days that people write."""

from datetime import date


def read_day(text: str) -> date:
    """A day as a browser's date field sends it (2026-11-27), or as people in England write it (27/11/2026).

    Raises ValueError for anything else.
    """
    text = text.strip()
    if "-" in text:
        return date.fromisoformat(text)
    day, month, year = (int(part) for part in text.replace(".", "/").replace(" ", "/").split("/"))
    return date(year, month, day)
