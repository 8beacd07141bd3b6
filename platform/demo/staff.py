"""The people who work in a council, its teams, and its young people's supporters."""

from datetime import timedelta

from leavingwell.platform.access.services.covering import start_duty_cover
from leavingwell.platform.access.services.managing import set_manager, set_practice_supervisor
from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.crowd import Settings
from leavingwell.platform.demo.storing.book import Book
from leavingwell.platform.demo.storing.people import email_of
from leavingwell.platform.people.models import Person, Team, User
from leavingwell.platform.people.roles import Role

SIGN_IN_BY_CODE = frozenset({Role.YOUNG_PERSON, Role.SUPPORTER})  # everybody else has a password
DUTY = timedelta(days=365)  # as long as anybody walks around in one demonstration


def add_teams(settings: Settings) -> dict[str, Team]:
    return {row["key"]: Team.objects.create(name=row["name"]) for row in settings["teams"]}


def add_staff(council: Council, settings: Settings, teams: dict[str, Team], hashed: str) -> dict[str, Person]:
    """By key. Hashing takes long on purpose: all of them share one hash, and one password."""
    found = {}
    for row in settings["staff"]:
        account = User(council=council, email=email_of(council.slug, row.get("email", row["key"])), password=hashed)
        if row["role"] in SIGN_IN_BY_CODE:
            account.set_unusable_password()
        account.save()
        found[row["key"]] = Person.objects.create(
            user=account,
            name=row["name"],
            role=row["role"],
            language=row.get("language", ""),
            phone=row.get("phone", ""),
            hours=row.get("hours", ""),
            team=teams.get(row.get("team", "")),
        )
    return found


def hand_over_teams(settings: Settings, book: Book, clock: Clock) -> None:
    """Once the young people are there: managers, practice supervisors and duty get their relations to them."""
    for row in settings["teams"]:
        team, manager = book.teams[row["key"]], book.people[row["manager"]]
        set_manager(team, manager, by=None)
        set_practice_supervisor(team, book.people[row["supervisor"]], by=None)
        if "duty" in row:
            start_duty_cover(book.people[row["duty"]], team, until=clock.now + DUTY, by=manager)
