"""Who may translate into a language, and who may review what is written in it.

Below `access`, whose matrix says who may enter at all: here it is about languages. A council's translator works in the
languages that were given to them; one to whom none was given translates into all of them, and reviews none. Editors,
who may write into the texts' own forms anyway, translate and review what they may edit. In the national scope it is
national staff.
"""

from leavingwell.platform.councils import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import NATIONAL_ROLES, Role
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.models import Area, TranslatorLanguage
from leavingwell.translations.panels import languages_in_scope

OF_QUESTIONS = frozenset({Area.QUESTIONS, Area.ANSWERS, Area.SURVEYS})
EDITORS = frozenset({Role.COUNCIL_ADMIN, Role.CONTENT_EDITOR})


def is_at_home(person: Person) -> bool:
    """National staff write in the national scope alone, a council's people in its own."""
    return person.left_on is None and (person.council_id or scope.NATIONAL) == scope.current()


def edits(person: Person, area: str | None) -> bool:
    if person.council_id is None:
        return person.role in NATIONAL_ROLES
    if person.role == Role.QUESTIONNAIRE_EDITOR:
        return area is None or area in OF_QUESTIONS
    return person.role in EDITORS


def given(person: Person) -> dict[str, TranslatorLanguage]:
    rows = TranslatorLanguage.objects.filter(person=person, council=person.council_id)
    return {row.language: row for row in rows}


def offered() -> list[str]:
    return [code for code in languages_in_scope() if code != SOURCE]


def languages_to_translate(person: Person, area: str | None = None) -> list[str]:
    """In the order of the council. `area` None: in any area."""
    if not is_at_home(person):
        return []
    if edits(person, area):
        return offered()
    if person.role != Role.TRANSLATOR:
        return []
    own = given(person)
    return [code for code in offered() if not own or (code in own and own[code].may_translate)]


def languages_to_review(person: Person, area: str | None = None) -> list[str]:
    if not is_at_home(person):
        return []
    if edits(person, area):
        return offered()
    own = given(person) if person.role == Role.TRANSLATOR else {}
    return [code for code in offered() if code in own and own[code].may_review]


def may_translate(person: Person, language: str, area: str | None = None) -> bool:
    return language in languages_to_translate(person, area)


def may_review(person: Person, language: str, area: str | None = None) -> bool:
    return language in languages_to_review(person, area)
