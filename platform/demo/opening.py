"""One made-up council, whole: all of it or, when something fails, nothing."""

from django.db import connection, transaction

from leavingwell.content.services.opening import open_council
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.demo.cast import cast_of
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.crowd import Settings
from leavingwell.platform.demo.directories import add_directory
from leavingwell.platform.demo.drafts import store_drafts
from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.in_between import with_supervisor, without_worker
from leavingwell.platform.demo.lives import crowd_of
from leavingwell.platform.demo.looks import dress
from leavingwell.platform.demo.own_questions import add_own_questions, send_short_survey, share_own_questions
from leavingwell.platform.demo.pages import fill
from leavingwell.platform.demo.staff import add_staff, add_teams, hand_over_teams
from leavingwell.platform.demo.stories import Story
from leavingwell.platform.demo.storing.answers import store_answers
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.history import store_history
from leavingwell.platform.demo.storing.in_touch import store_in_touch
from leavingwell.platform.demo.storing.looks import store_looks
from leavingwell.platform.demo.storing.matters import store_matters
from leavingwell.platform.demo.storing.notices import store_notices
from leavingwell.platform.demo.storing.people import store_people
from leavingwell.platform.demo.storing.plans import store_plans
from leavingwell.platform.demo.wording import reword
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import PlanRules
from leavingwell.platform.plans.services.reminding import remind
from leavingwell.questionnaires.models import Domain


def stories_of(settings: Settings, book: Book, scale: float) -> list[Story]:
    every = settings["rules"]["review_every_months"]
    cast = cast_of(read(book.slug, "cast"), book.clock, book.sheets, every)
    stories = cast + crowd_of(book.slug, settings, cast, book.clock, book.sheets, scale)
    with_supervisor(book, stories, len(cast))
    return stories


def editor_of(people: dict[str, Person]) -> Person:
    return next(person for person in people.values() if person.role == Role.QUESTIONNAIRE_EDITOR)


def content_editor_of(people: dict[str, Person]) -> Person:
    return next(person for person in people.values() if person.role == Role.CONTENT_EDITOR)


def set_up(council: Council, settings: Settings, clock: Clock, hashed: str) -> Book:
    """The council before its first young person."""
    PlanRules.objects.create(**settings["rules"])
    dress(council, settings)
    fill(council, clock)
    teams = add_teams(settings)
    people = add_staff(council, settings, teams, hashed)
    editor = editor_of(people)
    own = add_own_questions(council.slug, editor)
    sheets = reword(council, editor, clock)
    share_own_questions(council.slug, own, editor)
    domains = {domain.code: domain for domain in Domain.objects.all()}
    return Book(council.slug, clock, sheets, teams, people, domains, own)


def gather_statistics() -> None:
    """What was written at once, the database knows nothing of: what reads it next would take minutes."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@transaction.atomic
def open_demo_council(slug: str, port: int, clock: Clock, scale: float, hashed: str) -> Council:
    settings = read(slug, "council")
    council = open_council(
        slug=slug, name=settings["name"], host=settings["host"], language_codes=settings["languages"], port=port
    )
    with scope(council):
        book = set_up(council, settings, clock, hashed)
        stories = stories_of(settings, book, scale)
        store_people(book, stories)
        hand_over_teams(settings, book, clock)
        written = store_plans(book, stories)
        store_answers(book, written)
        store_matters(book, written)
        store_in_touch(book, stories)
        store_notices()
        store_looks(clock)
        store_history(book, written)
        gather_statistics()
        add_directory(content_editor_of(book.people))
        store_drafts(council, list(book.people.values()), clock)
        without_worker(book, stories, len(read(book.slug, "cast")), clock)
        remind()
        send_short_survey(book.slug, book.own, clock, editor_of(book.people))
    return council
