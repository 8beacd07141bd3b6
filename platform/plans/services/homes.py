"""Where a young person lives: moves, and what they say about the place."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import require
from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Home, HomeViews
from leavingwell.platform.plans.services.contacts import checked_day
from leavingwell.platform.plans.services.fields import checked_text
from leavingwell.platform.problems import Checks, invalid, wrong_state

FROM_18 = (Home.Kind.FOYER, Home.Kind.FOSTER)  # rules 347 and 3001 of the SSDA903 return
NEVER_REGULATED = (Home.Kind.HOMELESS, Home.Kind.UNKNOWN, Home.Kind.ABROAD, Home.Kind.DEPORTED)


@dataclass(frozen=True)
class Move:
    """Into which kind of home, and when. `description` is a few words, never the address."""

    kind: Home.Kind
    description: str
    moved_in_on: date | None = None
    regulated: bool = False


def current_home(young_person: YoungPerson) -> Home | None:
    return Home.objects.filter(young_person=young_person, moved_out_on=None).first()


def check_kind(move: Move, young_person: YoungPerson, day: date) -> None:
    if move.kind in FROM_18 and young_person.age_on(day) < 18:
        raise invalid(_("This kind of home is only for people of 18 and over. Choose “Somewhere else”."), "kind")
    if move.kind == Home.Kind.FOSTER_CARE and young_person.category != YoungPerson.Category.ELIGIBLE:
        raise invalid(_("Only somebody who is still in care lives with foster carers."), "kind")
    if move.regulated and move.kind in NEVER_REGULATED:
        raise invalid(_("This kind of home cannot be a regulated one."), "regulated")


def move_out(home: Home, day: date) -> None:
    if day < home.moved_in_on:
        raise invalid(_("They moved into the last home after that day. Look at the day again."), "movedInOn")
    home.moved_out_on = day
    home.save(update_fields=["moved_out_on"])


@transaction.atomic
def record_move(young_person: YoungPerson, move: Move, *, by: Person) -> Home:
    """Moves them in, and out of where they lived before. Becoming homeless or going into custody is a move too.

    Raises INVALID for a day to come, before the last move or before they were born, without words, and for a kind of
    home that they are too young for; TOO_LARGE for too many words; NOT_ALLOWED, NOT_FOUND.
    """
    # two moves come one by one
    young_person = YoungPerson.objects.select_for_update(no_key=True).get(pk=young_person.pk)
    require(by, Operation.RECORD_MOVE, young_person)
    with Checks() as made:
        day = made(checked_day, move.moved_in_on, "movedInOn", young_person)
        empty = _("Say in a few words where it is.")
        description = made(checked_text, move.description, "description", longest=100, empty=empty)
    check_kind(move, young_person, day)
    former = current_home(young_person)
    if former:
        move_out(former, day)
    home = Home.objects.create(
        young_person=young_person,
        kind=move.kind,
        description=description,
        regulated=move.regulated,
        moved_in_on=day,
        recorded_by=by,
    )
    before, young_person.home = young_person.home, description
    young_person.save(update_fields=["home"])
    changed: dict[str, list[Any]] = {
        "home": [before, description],
        "kind": [former.kind if former else None, home.kind],
    }
    record("home.moved", home, by=by, young_person_id=young_person.pk, changes=changed)
    return home


@transaction.atomic
def save_home_views(home: Home, *, words: str, by: Person, language: str) -> HomeViews:
    """The young person's own words about where they live; earlier ones stay. Raises INVALID, TOO_LARGE, WRONG_STATE."""
    if home.moved_out_on:
        raise wrong_state(_("You do not live there any more."))
    views = HomeViews.objects.create(
        home=home,
        words=checked_text(words, "words", longest=4000, empty=_("Write a few words first.")),
        language=language,
        written_by=by,
    )
    record("home.views", views, by=by, young_person_id=home.young_person_id, changes={"words": [None, views.words]})
    return views
