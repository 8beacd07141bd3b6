"""The times in care that fit each story's category, so that the suggestion says the same."""

from datetime import date, timedelta

from leavingwell.platform.demo.stories import Story
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.copying import copy_rows
from leavingwell.platform.people.category import ADULT, PLANNED_FROM, TimeInCare, Why, suggested_category
from leavingwell.platform.people.dates import birthday
from leavingwell.platform.people.models import CarePeriod, YoungPerson

CAME_AT = 12  # years old
Category = YoungPerson.Category


def care_of(young_person: YoungPerson, category: str) -> CarePeriod:
    born = young_person.date_of_birth
    since, until = birthday(born, CAME_AT), None
    if category == Category.FORMER_RELEVANT:
        until = birthday(born, ADULT) - timedelta(days=1)
    if category == Category.RELEVANT:
        until = birthday(born, PLANNED_FROM) + timedelta(days=40)
    if category == Category.QUALIFYING:
        since = birthday(born, PLANNED_FROM) + timedelta(days=100)
        until = since + timedelta(days=60)
    return CarePeriod(young_person=young_person, starts_on=since, ends_on=until)


def fits(period: TimeInCare, born: date, category: str, today: date) -> bool:
    found = suggested_category([period], born, today)
    over = period.ends_on is None or period.ends_on <= today
    return over and (found.category == category or found.why == Why.NOT_16_YET)


def store_care(book: Book, stories: list[Story]) -> None:
    today = book.clock.today
    periods = [(care_of(book.young[story.key], story.category), story) for story in stories]
    copy_rows([period for period, story in periods if fits(period, story.born, story.category, today)])
