"""Telling people of something: in the portal, and by e-mail unless they would rather not. No private words.

The notice names its kind and, to whoever may see them, the young person; the e-mail only says that there is something.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.letters import tell_of_notice
from leavingwell.platform.plans.models import Notice, NoticePreference


@dataclass(frozen=True)
class News:
    """What somebody is told of. `key` names what it is about: the same kind and key are told once."""

    kind: Notice.Kind
    young_person: YoungPerson | None
    key: str
    due_on: date | None = None


def can_be_told(person: Person) -> bool:
    """Somebody with a live account who has not left the council."""
    left = person.left_on is not None and person.left_on <= timezone.localdate()
    return person.user is not None and person.user.is_active and not left


def without_email(person: Person) -> set[str]:
    """The kinds for which they want no e-mail."""
    return set(NoticePreference.objects.filter(person=person, by_email=False).values_list("kind", flat=True))


def not_told_yet(person: Person, news: Iterable[News]) -> list[News]:
    told = Notice.objects.filter(recipient=person, key__in=[one.key for one in news]).values_list("kind", "key")
    before = set(told)
    return list({(one.kind, one.key): one for one in news if (one.kind, one.key) not in before}.values())


@transaction.atomic
def tell(person: Person, news: Sequence[News]) -> int:
    """Tells one person all of it, with one e-mail at most; gives the number that was new to them.

    The e-mail leaves once all that is written now is stored, in their language.
    """
    if not news or not can_be_told(person):
        return 0
    new = not_told_yet(person, news)
    made = Notice.objects.bulk_create(
        [Notice(recipient=person, kind=o.kind, young_person=o.young_person, key=o.key, due_on=o.due_on) for o in new],
        ignore_conflicts=True,  # told by another run in the same moment
    )
    if made and {one.kind for one in made} - without_email(person):
        tell_of_notice(person, made[0].council)
    return len(made)


@transaction.atomic
def notify(
    recipients: Iterable[Person],
    kind: Notice.Kind,
    *,
    young_person: YoungPerson | None,
    key: str,
    due_on: date | None = None,
) -> None:
    """Tells each recipient once per kind and `key`, however often it is asked. Needs a council's scope."""
    for person in {person.pk: person for person in recipients}.values():
        tell(person, [News(kind, young_person, key, due_on)])


@transaction.atomic
def mark_read(person: Person, notices: QuerySet[Notice]) -> int:
    """Notes that they have read these of their own notices; gives the number that was unread."""
    return notices.filter(recipient=person, read_at=None).update(read_at=timezone.now())


@transaction.atomic
def set_preference(person: Person, kind: Notice.Kind, *, by_email: bool) -> NoticePreference:
    """Whether they want an e-mail too for this kind. The portal shows it in any case."""
    found, _made = NoticePreference.objects.update_or_create(person=person, kind=kind, defaults={"by_email": by_email})
    return found
