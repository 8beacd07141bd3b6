"""In which language somebody writes on a page: the one they want everything in, whatever the page itself speaks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django import forms
from django.utils.translation import get_language

_language: ContextVar[str] = ContextVar("language_of_writing", default="")


@contextmanager
def writing_in(language: str) -> Iterator[None]:
    """While a page is drawn for a reader of this language."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


class OwnWords(forms.Textarea):
    """A box for somebody's own words: the browser checks the spelling in the language of whoever writes."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        found: dict[str, Any] = {"spellcheck": "true", **super().build_attrs(base_attrs, extra_attrs)}
        if (language := _language.get()) and language != get_language():
            found.setdefault("lang", language)
        return found
