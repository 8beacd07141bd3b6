"""Making councils, people, plans and content for tests: through the services, as the product does."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.utils import timezone
from wagtail.models import Collection, Locale, Page

from leavingwell.content.models import OfferPage, OfferTopic
from leavingwell.content.services.opening import offer_index, open_council
from leavingwell.platform.access.services.covering import start_duty_cover
from leavingwell.platform.access.services.joining import NewYoungPerson, add_young_person
from leavingwell.platform.access.services.managing import set_manager, set_practice_supervisor
from leavingwell.platform.access.services.supporting import add_supporter
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.people.models import Person, Team, User, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.people.services import add_person
from leavingwell.platform.plans.models import Plan, PlanMatter
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.platform.plans.services.signing_off import authorise_plan, submit_plan
from leavingwell.questionnaires.services.loading import load_framework

IN_FORCE = date(2018, 4, 1)  # the first day of the six headings of the 2017 Act
PASSWORD = "a long password for tests"
numbers = count(1)


def restore_wagtail_roots() -> None:
    """A test with real transactions ends in a flush, which takes the rows of Wagtail's own data migrations."""
    Locale.objects.get_or_create(language_code="en")
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(title="Root", slug="root")
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")


def make_council(slug: str = "", **fields: Any) -> Council:
    restore_wagtail_roots()
    slug = slug or f"council-{next(numbers)}"
    fields = {"name": slug.title(), "host": f"{slug}.test", "language_codes": ["en", "ar"], **fields}
    return open_council(slug=slug, **fields)


def make_person(role: Role, name: str = "", **fields: Any) -> Person:
    name = name or f"{role.label} {next(numbers)}"
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return add_person(**{"name": name, "email": email, "role": role, "password": PASSWORD, **fields})


def make_team(**fields: Any) -> Team:
    return Team.objects.create(**{"name": f"Team {next(numbers)}", **fields})


def make_young_person(
    team: Team, name: str = "", *, age: int = 18, worker: Person | None = None, **fields: Any
) -> YoungPerson:
    name = name or f"Young person {next(numbers)}"
    new = {
        "preferred_name": name,
        "email": f"{name.lower().replace(' ', '.')}.{next(numbers)}@example.org",
        "date_of_birth": years_before(timezone.localdate(), age) - timedelta(days=30),
        "category": YoungPerson.Category.FORMER_RELEVANT,
        "team": team,
        "worker": worker,
        **fields,
    }
    young_person = add_young_person(NewYoungPerson(**new), by=None)
    young_person.joined_at = young_person.welcomed_at = timezone.now()
    young_person.save(update_fields=["joined_at", "welcomed_at"])
    User.objects.filter(person=young_person.person_id).exclude(email="").update(email_confirmed_at=timezone.now())
    return young_person


def cover_matters(plan: Plan, *, by: Person, but: tuple[int, ...] = ()) -> None:
    """The ten matters of Schedule 1, all covered but those in `but`: without them a plan cannot be handed in."""
    PlanMatter.objects.bulk_create(
        PlanMatter(
            plan=plan,
            matter=matter,
            how=f"How matter {matter:d} is met",
            by_when=timezone.localdate() + timedelta(days=60),
            by_whom=by.name,
            language="en",
            changed_by=by,
            version=1,
        )
        for matter in PlanMatter.Matter
        if matter not in but
    )


def agree_plan(plan: Plan, *, worker: Person, manager: Person) -> Plan:
    """Handed in by the worker and signed by the manager, who has read it as it stands."""
    plan = submit_plan(plan, by=worker)
    assert plan.review
    return authorise_plan(plan, by=manager, expected_version=plan.review.version)


def make_offer(council: Council, title: str = "", **fields: Any) -> OfferPage:
    """Inside the council's scope; live at once."""
    title = title or f"Offer {next(numbers)}"
    with national_scope("topics for tests"):
        facts = {"paragraph": "e", "order": 5, "title_en": "Home", "starts_on": IN_FORCE}
        topic, _created = OfferTopic.objects.get_or_create(council=None, code="home", defaults=facts)
    offer = OfferPage(**{"title": title, "topic": topic, "heading_en": title, "summary_en": "What you get.", **fields})
    offer_index(council).add_child(instance=offer)
    return offer


@dataclass
class Household:
    """One council with somebody in every role, and a second young person whom the first cast knows nothing of."""

    council: Council
    people: dict[str, Person] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Person:
        if name == "people" or name not in self.people:  # the former while a copy is being made
            raise AttributeError(name)
        return self.people[name]

    @property
    def young_person(self) -> YoungPerson:
        return YoungPerson.objects.get(person=self.people["owner"])

    @property
    def other_young_person(self) -> YoungPerson:
        return YoungPerson.objects.get(person=self.people["other_owner"])

    @property
    def plan(self) -> Plan:
        return self.young_person.plan


CAST = {
    "worker": Role.PERSONAL_ADVISER,
    "other_worker": Role.PERSONAL_ADVISER,
    "manager": Role.TEAM_MANAGER,
    "supervisor": Role.PRACTICE_SUPERVISOR,
    "duty": Role.DUTY_WORKER,
    "analyst": Role.ANALYST,
    "admin": Role.COUNCIL_ADMIN,
    "editor": Role.CONTENT_EDITOR,
    "questionnaire_editor": Role.QUESTIONNAIRE_EDITOR,
    "translator": Role.TRANSLATOR,
}


def make_household(council: Council) -> Household:
    """The cast of one council: owner, worker, manager, …, and the outsider `other_owner` with a worker of their own."""
    with scope(council):
        made = Household(council)
        place = council.slug
        for name, role in CAST.items():
            made.people[name] = make_person(role, f"{name.replace('_', ' ').title()} of {place}")
        team, other_team = make_team(name=f"Team of {place}"), make_team(name=f"Other team of {place}")
        owner = make_young_person(team, f"Owner of {place}", worker=made.worker)
        other = make_young_person(other_team, f"Other owner of {place}", worker=made.other_worker)
        made.people["owner"], made.people["other_owner"] = owner.person, other.person
        set_manager(team, made.manager, by=None)
        set_practice_supervisor(team, made.supervisor, by=None)
        start_duty_cover(made.duty, team, until=timezone.now() + timedelta(hours=8), by=None)
        for young_person in (owner, other):
            cover_matters(open_plan(young_person, by=None), by=made.worker)
        supporter = add_supporter(
            owner,
            name=f"Supporter of {place}",
            email=f"supporter@{place}.example.org",
            relationship="Past carer",
            parts=["goals", "state_of_play"],
            by=owner.person,
        )
        made.people["supporter"] = supporter.person
    return made


def fresh_households() -> list[Household]:
    """Both councils, for a test with real transactions: it cannot use what its file made before."""
    load_framework()
    return [make_household(make_council(slug)) for slug in ("northmoor", "eastmarsh")]
