"""Who is told that there are new words on a plan. They are told that there are some, never what they say."""

from django.db.models import Q, QuerySet

from leavingwell.platform.access.operations import Operation
from leavingwell.platform.access.permissions import user_can
from leavingwell.platform.people.models import Person, YoungPerson
from leavingwell.platform.plans.models import Comment, Notice
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.whom_to_tell import manager_of, worker_of

Kind = Notice.Kind


def key_of(comment: Comment) -> str:
    return f"comment:{comment.pk}"


def whom(comment: Comment, young_person: YoungPerson) -> list[Person]:
    """The young person and their worker; good news the manager too; an answer those who wrote before it."""
    people = [young_person.person, worker_of(young_person)]
    if comment.kind == Comment.Kind.GOOD_NEWS:
        people.append(manager_of(young_person))
    if comment.answers:
        people += [one for one in wrote_before(comment) if user_can(one, Operation.VIEW_PLAN, young_person)]
    return [person for person in people if person and person.pk != comment.author_id]


def wrote_before(comment: Comment) -> QuerySet[Person]:
    thread = Comment.objects.filter(Q(pk=comment.answers_id) | Q(answers=comment.answers_id))
    return Person.objects.select_related("user").filter(pk__in=thread.values("author"))


def tell_of(comment: Comment, young_person: YoungPerson) -> None:
    kind = Kind.GOOD_NEWS if comment.kind == Comment.Kind.GOOD_NEWS else Kind.NEW_COMMENT
    notify(whom(comment, young_person), kind, young_person=young_person, key=key_of(comment))
