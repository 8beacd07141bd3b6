"""How a glossary word is said in a language, and how it is not: set by those who review the language."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import invalid, not_allowed, not_found
from leavingwell.translations.models import TermRendering, TranslationUnit
from leavingwell.translations.services.drafting import is_in_scope
from leavingwell.translations.services.rights import may_review
from leavingwell.translations.workbench.terms import is_term

LONGEST, MOST = 200, 20
TOO_LONG = _("Please keep each to 200 characters, and to 20 of them.")
BOTH = _("What is to be said cannot be forbidden as well.")
NOT_A_REVIEWER = _("Those who review this language set how its words are said.")


@transaction.atomic
def set_rendering(
    term: TranslationUnit, language: str, *, say: str, never: Sequence[str], by: Person
) -> TermRendering | None:
    """Nothing at all takes the rendering away. Raises NOT_FOUND, NOT_ALLOWED, INVALID."""
    if not is_in_scope(term) or not is_term(term) or term.gone:
        raise not_found("term")
    if not may_review(by, language, term.area):
        raise not_allowed(NOT_A_REVIEWER)
    say, forbidden = say.strip(), list(dict.fromkeys(one.strip() for one in never if one.strip()))
    refuse(say, forbidden)
    whose = scope.current() or None
    before = TermRendering.objects.filter(term=term, language=language, council=whose).first()
    if not say and not forbidden:
        if before:
            note("term.rendering_removed", before, by)
            before.delete()
        return None
    row = before or TermRendering(term=term, language=language, council_id=whose)
    row.say, row.never, row.set_by = say, forbidden, by
    row.save()
    note("term.rendering_set", row, by)
    return row


def note(action: str, row: TermRendering, by: Person) -> None:
    """In the council's record; what national staff do stands in the national log."""
    if row.council_id:
        record(action, row, by=by, changes={"say": [None, row.say], "never": [None, row.never]})


def refuse(say: str, never: list[str]) -> None:
    if len(never) > MOST or any(len(one) > LONGEST or "\0" in one for one in [say, *never]):
        raise invalid(TOO_LONG, "never")
    if say.casefold() in {one.casefold() for one in never}:
        raise invalid(BOTH, "never")
