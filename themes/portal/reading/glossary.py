"""Hard words, explained where they stand."""

from typing import Any

Term = dict[str, Any]


def terms_in(text: str, glossary: list[Term]) -> list[Term]:
    """The terms that the text uses, in the glossary's order."""
    said = text.lower()
    return [term for term in glossary if term["term"]["value"].lower() in said]
