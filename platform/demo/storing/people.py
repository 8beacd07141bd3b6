"""The young people of the stories: accounts, persons, workers and relations, as the services would have left them."""

from collections import defaultdict

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Permission

from leavingwell.platform.access import grants
from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.demo.stories import Story
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.care import store_care
from leavingwell.platform.demo.storing.copying import copy_rows
from leavingwell.platform.people.models import Allocation, Person, TeamAllocation, User, YoungPerson
from leavingwell.platform.people.roles import Role

BATCH = 1000


def email_of(slug: str, name: str) -> str:
    return f"{name}@{slug}.example.org"


def store_accounts(book: Book, stories: list[Story]) -> list[User]:
    council_id = next(iter(book.teams.values())).council_id
    accounts = [
        User(
            council_id=council_id,
            email=email_of(book.slug, story.email),
            password=make_password(None),  # they sign in by code
            date_joined=story.added,
            email_confirmed_at=story.joined,  # by the code of the invitation
        )
        for story in stories
    ]
    made: list[User] = User.objects.bulk_create(accounts, batch_size=BATCH)
    return made


def store_young_people(book: Book, stories: list[Story]) -> None:
    people = [
        Person(user=account, name=story.name, role=Role.YOUNG_PERSON, language=story.language)
        for story, account in zip(stories, store_accounts(book, stories), strict=True)
    ]
    copy_rows(people)
    young = [young_person(book, story, person) for story, person in zip(stories, people, strict=True)]
    copy_rows(young)
    book.young = {story.key: one for story, one in zip(stories, young, strict=True)}


def young_person(book: Book, story: Story, person: Person) -> YoungPerson:
    return YoungPerson(
        person=person,
        legal_name=story.legal_name or story.name,
        pronouns=story.pronouns,
        phone=story.phone,
        reading=story.reading,
        needs=story.needs,
        date_of_birth=story.born,
        category=story.category,
        state=story.state,
        team=book.team_of(story),
        home=story.home,
        last_contact_on=story.last_contact_on,
        joined_at=story.joined,
        welcomed_at=story.joined,
        celebrates=story.celebrates,
    )


def store_allocations(book: Book, stories: list[Story]) -> None:
    rows = []
    for story in stories:
        young = book.young[story.key]
        rows.append(Allocation(young_person=young, worker=book.people[story.worker], starts_on=story.allocated_on))
        if story.former_worker:
            former, began = book.people[story.former_worker], story.added.date()
            rows.append(Allocation(young_person=young, worker=former, starts_on=began, ends_on=story.allocated_on))
    copy_rows(rows)


def store_times_with_teams(book: Book, stories: list[Story]) -> None:
    copy_rows(
        [
            TeamAllocation(young_person=book.young[story.key], team=book.team_of(story), starts_on=story.added.date())
            for story in stories
        ]
    )


def grant_selves(book: Book) -> None:
    """`grants.grant_many` is one person's relation to many; this is each person's to themselves."""
    permission = Permission.objects.get(content_type__app_label="people", codename=Relation.SELF)
    rows = [
        YoungPersonGrant(user=young.person.user, permission=permission, content_object=young)
        for young in book.young.values()
    ]
    copy_rows(rows)


def grant_workers(book: Book, stories: list[Story]) -> None:
    of_worker: dict[str, list[YoungPerson]] = defaultdict(list)
    for story in stories:
        of_worker[story.worker].append(book.young[story.key])
    for worker, young_people in of_worker.items():
        grants.grant_many(Relation.WORKER, book.people[worker], young_people)


def grant_supporters(book: Book, stories: list[Story]) -> None:
    supported: dict[str, list[YoungPerson]] = defaultdict(list)
    for story in stories:
        for let_in in story.supporters:
            supported[let_in.person].append(book.young[story.key])
    for key, young_people in supported.items():
        grants.grant_many(Relation.SUPPORTER, book.people[key], young_people)


def store_people(book: Book, stories: list[Story]) -> None:
    store_young_people(book, stories)
    store_allocations(book, stories)
    store_times_with_teams(book, stories)
    store_care(book, stories)
    grant_selves(book)
    grant_workers(book, stories)
    grant_supporters(book, stories)
