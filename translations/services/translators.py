"""Which languages a translator translates into and reviews: set by administrators, or by the nation's operators."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.staff import here_now
from leavingwell.platform.problems import invalid, not_allowed, not_found
from leavingwell.translations.languages import LANGUAGES, SOURCE
from leavingwell.translations.models import TranslatorLanguage
from leavingwell.translations.services.rights import is_at_home

UNKNOWN = _("Choose languages from the list.")


def may_manage_translators(person: Person | None) -> bool:
    """An administrator in their council, an operator on the nation's host."""
    return person is not None and person.role in (Role.COUNCIL_ADMIN, Role.OPERATOR) and is_at_home(person)


def translators() -> QuerySet[Person]:
    """The translators who work in the scope that is open."""
    rows = Person.objects.filter(here_now(), role=Role.TRANSLATOR, council=scope.current() or None)
    return rows.order_by("name", "pk").prefetch_related("translator_languages").select_related("user")


@transaction.atomic
def set_languages(
    person: Person, *, translates: Collection[str], reviews: Collection[str], by: Person | None
) -> list[TranslatorLanguage]:
    """Gives a translator exactly these languages. None at all: they translate into every one, and review none.

    Raises NOT_ALLOWED, NOT_FOUND for somebody who is no translator here, INVALID for an unknown language.
    """
    if by and not may_manage_translators(by):
        raise not_allowed()
    locked = Person.objects.select_for_update(of=("self",)).filter(pk=person.pk, role=Role.TRANSLATOR).first()
    if locked is None or (locked.council_id or 0) != scope.current():
        raise not_found("person")
    wanted = {*translates, *reviews}
    if not wanted <= set(LANGUAGES) - {SOURCE}:
        raise invalid(UNKNOWN, "languages")
    before = told(TranslatorLanguage.objects.filter(person=locked))
    TranslatorLanguage.objects.filter(person=locked).delete()
    rows = [
        TranslatorLanguage(person=locked, language=code, may_translate=code in translates, may_review=code in reviews)
        for code in LANGUAGES
        if code in wanted
    ]
    made = TranslatorLanguage.objects.bulk_create(rows)
    if locked.council_id and (after := told(rows)) != before:  # what national staff do stands in the national log
        record("translator.languages_set", locked, by=by, changes={"languages": [before, after]})
    return made


def told(rows: Any) -> list[str]:
    """For the audit record: `ar: translates, reviews`."""
    words = (("translates", "may_translate"), ("reviews", "may_review"))
    return sorted(f"{row.language}: {', '.join(word for word, name in words if getattr(row, name))}" for row in rows)
