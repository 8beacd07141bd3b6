"""Opening a council whole: its portal, its look, a template to start from, and its first administrator invited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from leavingwell.content.services.opening import open_council
from leavingwell.platform.access.services.staffing import NewColleague, invite_staff
from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.services import checked_email, checked_name
from leavingwell.platform.problems import Problem, Problems
from leavingwell.platform.running.services import looks, naming, templates
from leavingwell.platform.running.services.looks import Look
from leavingwell.translations.languages import LANGUAGES, SOURCE


@dataclass(frozen=True)
class NewCouncil:
    """`template` is the code of a `templates.Source`; `port` the one that its portal answers at."""

    slug: str
    name: str
    host: str
    admin_name: str
    admin_email: str
    languages: Sequence[str] = (SOURCE,)
    default_language: str = SOURCE
    template: str = templates.PLAIN
    look: Look = field(default_factory=Look)
    port: int = 80


def faults(new: NewCouncil) -> Iterator[Problem]:
    yield from naming.name_faults(new.name)
    yield from naming.slug_faults(new.slug)
    yield from naming.host_faults(new.host)
    yield from naming.language_faults(new.languages, new.default_language)
    yield from template_faults(new.template)
    yield from looks.faults(new.look)
    yield from admin_faults(new.admin_name, new.admin_email)


def template_faults(code: str) -> list[Problem]:
    try:
        templates.check(code)
    except Problems as refused:
        return refused.problems
    return []


def admin_faults(name: str, email: str) -> Iterator[Problem]:
    try:
        checked_name(name, "admin_name")
    except Problems as refused:
        yield from refused.problems
    try:
        checked_email(email)
    except Problems as refused:
        yield from (Problem(one.code, one.message, "admin_email") for one in refused.problems)


@transaction.atomic
def start_council(new: NewCouncil, *, by: Person | None) -> Council:
    """A council that works at once. Raises `Problems`, one for each thing that is wrong; nothing is made then."""
    if found := list(faults(new)):
        raise Problems(found)
    codes = [code for code in dict.fromkeys([SOURCE, *new.languages]) if code in LANGUAGES]
    council = open_council(
        slug=new.slug,
        name=" ".join(new.name.split()),
        host=new.host,
        language_codes=codes,
        default_language=new.default_language,
        port=new.port,
    )
    templates.furnish(council, new.template, by=by)
    with scope(council):
        looks.dress(council, new.look, by=by)
        record("council.opened", council, by=by, changes={"template": [None, new.template], "host": [None, new.host]})
        invite_staff(NewColleague(new.admin_name, new.admin_email, Role.COUNCIL_ADMIN), by=by)
    return council
