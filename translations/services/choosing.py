"""The languages in which a council speaks to its young people."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import Actor, differences, record
from leavingwell.platform.councils.models import Council
from leavingwell.platform.problems import invalid
from leavingwell.translations.languages import LANGUAGES, SOURCE


def in_order(chosen: Collection[str], before: list[str]) -> list[str]:
    """English first, then those that were there in the order they had, then the new ones as the register has them."""
    return [code for code in dict.fromkeys([SOURCE, *before, *LANGUAGES]) if code == SOURCE or code in chosen]


@transaction.atomic
def choose_languages(council: Council, codes: Collection[str], default: str, *, by: Actor | None) -> Council:
    """Sets which languages the portal offers, and which one a visitor gets whose own is not among them.

    Texts in a language that is given up are kept, and are back when it is. English always stays.
    Raises INVALID for a language that the register does not hold, and for a default that is not offered.
    """
    if set(codes) - set(LANGUAGES):
        raise invalid(_("Choose languages from the list."), "languages")
    council = Council.objects.select_for_update().get(pk=council.pk)
    before = {"languages": council.language_codes, "default_language": council.default_language}
    after = {"languages": in_order(codes, council.language_codes), "default_language": default}
    if default not in after["languages"]:
        raise invalid(_("Choose one of the languages that the portal offers."), "default")
    council.language_codes, council.default_language = after["languages"], default
    council.save(update_fields=["language_codes", "default_language"])
    if changes := differences(before, after):
        record("council.languages_chosen", council, by=by, changes=changes)
    return council
