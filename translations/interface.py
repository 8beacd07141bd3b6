"""Gettext's translations, with what people approved laid over them (`laid_over`).

Words that a language lacks come from those that the council chose to stand in for it, then in English.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.translation import trans_real

from leavingwell.translations import laid_over
from leavingwell.translations.checks.fitting import with_every_value
from leavingwell.translations.languages import LANGUAGES, SOURCE, language_of
from leavingwell.translations.plural_forms import form_of
from leavingwell.translations.trying import tried_interface

ISOLATES, END = {"ltr": "\u2066", "rtl": "\u2067"}, "\u2069"
_setting_apart: ContextVar[bool] = ContextVar("setting_apart", default=False)


@contextmanager
def setting_apart() -> Iterator[None]:
    """While a page is drawn: its words are shown, and never kept."""
    token = _setting_apart.set(True)
    try:
        yield
    finally:
        _setting_apart.reset(token)


class LaidOver(trans_real.DjangoTranslation):
    """One language's catalogue. `pgettext` asks with the context in front of the words, as gettext keeps them."""

    _catalog: Any
    _fallback: trans_real.DjangoTranslation | None

    @cached_property
    def shipped(self) -> dict[Any, Any]:
        """All catalogues in one: Django would look through each of them for each text of a page."""
        return {message: words for one in reversed(self._catalog._catalogs) for message, words in one.items()}

    def gettext(self, message: str) -> str:
        for one in self.tried():
            if found := one.own(message):
                return self.set_apart(found, one.language())
        return self.set_apart(self._fallback.gettext(message) if self._fallback else message, SOURCE)

    def ngettext(self, msgid1: str, msgid2: str, n: Any) -> str:
        for one in self.tried():
            if found := one.own_of_number(msgid1, n):
                return self.set_apart(with_every_value(msgid2, found), one.language())
        return self.set_apart(super().ngettext(msgid1, msgid2, n), SOURCE)

    def set_apart(self, words: str, language: str) -> str:
        """Words of another direction than this language's, so that their own signs and numbers stay in order."""
        direction = language_of(language).direction
        if not _setting_apart.get() or direction == language_of(self.language()).direction:
            return words
        return f"{ISOLATES[direction]}{words}{END}" if any(map(str.isalpha, words)) else words

    def tried(self) -> Iterator["LaidOver"]:
        """This one, then what stands in for it in the council whose scope is open."""
        yield self
        for code in laid_over.layer(self.language()).stand_ins:
            stand_in: Any = trans_real.translation(code)
            yield stand_in

    def own(self, message: str) -> str | None:
        """None where this language itself has no such words."""
        tried = tried_interface(self.language()).get(message)
        found = tried or laid_over.layer(self.language()).interface.get(message) or self.shipped.get(message)
        return found if isinstance(found, str) else None

    def own_of_number(self, message: str, number: Any) -> str | None:
        """By the rule of our catalogues: Django's own differ in some languages."""
        tried = tried_interface(self.language()).get(message)
        forms = tried or laid_over.layer(self.language()).interface.get(message)
        if isinstance(forms, list):
            form = form_of(self.language())(number)
            if form < len(forms) and forms[form]:
                return forms[form]
        with suppress(KeyError):
            return str(self._catalog.plural(message, number))
        return None


def tell_django_of_our_languages() -> None:
    """It knows some of them; pages in one that it does not know would fail."""
    for code, language in LANGUAGES.items():
        names = {"name": language.english_name, "name_local": language.own_name}
        LANG_INFO.setdefault(code, {"bidi": language.direction == "rtl", "code": code, **names})


def lay_over() -> None:
    """Django has no setting for the class: it is put in its place, and what was made before is forgotten."""
    django: Any = trans_real
    django.DjangoTranslation, django._translations, django._default = LaidOver, {}, None
