"""Lists in the order of the words that a reader sees, in whichever language each of them is."""

from collections.abc import Iterable

from django.db.models import F, Value
from django.db.models.functions import Coalesce, Lower, NullIf


def shown_words(name: str, languages: Iterable[str]) -> Lower:
    """To order by a translated field as `localised` shows it: the first of `languages` in which there is a text."""
    texts = [NullIf(F(f"{name}_{code}"), Value("")) for code in languages]
    return Lower(Coalesce(*texts, Value("")))
