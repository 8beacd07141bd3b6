"""The languages in which a council speaks to its young people."""

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import Actor, differences, record
from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import invalid
from leavingwell.translations.languages import LANGUAGES, SOURCE

Fallbacks = Mapping[str, Sequence[str]]  # by language, those in which a text is shown that it has not, in turn


def in_order(chosen: Collection[str], before: list[str]) -> list[str]:
    """English first, then those that were there in the order they had, then the new ones as the register has them."""
    return [code for code in dict.fromkeys([SOURCE, *before, *LANGUAGES]) if code == SOURCE or code in chosen]


def checked_fallbacks(wanted: Fallbacks) -> dict[str, list[str]]:
    """Without those that say nothing. Raises INVALID for an unknown language, or one that stands in for itself."""
    for code, others in wanted.items():
        if {code, *others} - set(LANGUAGES):
            raise invalid(_("Choose languages from the list."), "fallbacks")
        if code in others or len(set(others)) != len(others):
            raise invalid(_("Each language that stands in for another is another one, and is named once."), "fallbacks")
    return {code: list(others) for code, others in sorted(wanted.items()) if others and code != SOURCE}


@transaction.atomic
def choose_languages(
    council: Council, codes: Collection[str], default: str, fallbacks: Fallbacks | None = None, *, by: Actor | None
) -> Council:
    """Sets which languages the portal offers, which one a visitor gets whose own is not among them, and what stands in.

    Texts in a language that is given up are kept, and are back when it is. English always stays.
    `fallbacks` None: as they were. A language without one falls back on the default, and all on English in the end.
    Raises INVALID for a language that the register does not hold, and for a default that is not offered.
    """
    if set(codes) - set(LANGUAGES):
        raise invalid(_("Choose languages from the list."), "languages")
    council = Council.objects.select_for_update().get(pk=council.pk)
    before = of(council)
    council.language_codes, council.default_language = in_order(codes, council.language_codes), default
    if fallbacks is not None:
        council.language_fallbacks = checked_fallbacks(fallbacks)
    if default not in council.language_codes:
        raise invalid(_("Choose one of the languages that the portal offers."), "default")
    council.save(update_fields=["language_codes", "default_language", "language_fallbacks"])
    if changes := differences(before, of(council)):
        record("council.languages_chosen", council, by=by, changes=changes)
    return council


def of(council: Council) -> dict[str, object]:
    return {
        "languages": council.language_codes,
        "default_language": council.default_language,
        "language_fallbacks": council.language_fallbacks,
    }
