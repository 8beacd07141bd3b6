"""Who sees which notice, and what it says. It names the young person only to whoever may still see them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.access.permissions import Viewer
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.problems import Message

Kind = Notice.Kind
SENTENCES: dict[str, Message] = {
    Kind.REVIEW_DUE: _("A plan or its review is due."),
    Kind.VISIT_DUE: _("A visit is due."),
    Kind.CONTACT_DUE: _("It is time to get in touch."),
    Kind.PLAN_TO_SIGN: _("A plan waits for you."),
    Kind.PLAN_SENT_BACK: _("A plan was sent back."),
    Kind.PLAN_AGREED: _("A plan was agreed."),
    Kind.PLAN_REOPENED: _("They took part: the plan that was written without them is open again."),
    Kind.REVIEW_ASKED_FOR: _("Somebody asked for a review of the plan."),
    Kind.NEW_COMMENT: _("There are new words for you on the plan."),
    Kind.GOOD_NEWS: _("There is good news on the plan."),
    Kind.NEW_WORKER: _("The worker has changed."),
    Kind.EMERGENCY_ACCESS: _("A record was opened in an emergency."),
    Kind.COPY_ASKED_FOR: _("An administrator asked for a copy of all the data about somebody."),
    Kind.DUTY_STARTED: _("Somebody covers for your team now. See under “My team” who, and until when."),
    Kind.NEW_IN_TEAM: _("Somebody new is in your team."),
    Kind.SIGN_IN_CHANGED: _("How staff sign in was changed. Look whether this is as it should be."),
    Kind.ACTION_DUE: _("Something on the to-do list is due."),
    Kind.DATA_READY: _("The file with your data is ready."),
    Kind.DOOR_IS_OPEN: _("They would like support again."),
    Kind.HOME_UNSUITABLE: _("A home was found not to be suitable."),
}
TO_THE_YOUNG_PERSON: dict[str, Message] = {
    Kind.PLAN_TO_SIGN: _("Your plan waits for you."),
    Kind.PLAN_AGREED: _("Your plan was agreed."),
    Kind.REVIEW_ASKED_FOR: _("A review of your plan was opened."),
    Kind.NEW_COMMENT: _("There are new words for you on your plan."),
    Kind.GOOD_NEWS: _("There is good news on your plan."),
    Kind.NEW_WORKER: _("You have a new worker."),
    Kind.NEW_SUPPORTER: _("Your worker let somebody in to your plan. You can end it at any time."),
    Kind.EMERGENCY_ACCESS: _("Your record was opened in an emergency."),
    Kind.CODE_MADE: _("A worker made a code to sign in as you. If you did not ask for it, make it useless."),
    Kind.COPY_ASKED_FOR: _("The council asked for a copy of all the data about you. See who looked, and why."),
    Kind.ACTION_DUE: _("Something on your to-do list is due soon."),
    Kind.DOOR_IS_OPEN: _("The door is open: you can ask for support until you turn 25."),
}
ADDRESS_GIVEN = "address "  # how the key of a warning begins that is about the address, to which codes are sent
ADDRESS_WORDS = _("A worker gave you another e-mail address. Look whether it is yours, under “My details”.")
NO_MANAGER_WORDS = _("Somebody covers for a team that has no manager. See under “Staff” who manages which team.")
WARNINGS = (Kind.CODE_MADE, Kind.COPY_ASKED_FOR)  # the young person gets an e-mail of these in any case
FOR_YOUNG_PEOPLE = (*(kind for kind in TO_THE_YOUNG_PERSON if kind not in WARNINGS), Kind.DATA_READY)
FOR_SUPPORTERS = (Kind.ACTION_DUE, Kind.NEW_COMMENT, Kind.GOOD_NEWS)
NOT_FOR_STAFF = (Kind.DATA_READY, Kind.NEW_SUPPORTER, Kind.CODE_MADE)
FOR_STAFF = tuple(kind for kind in Kind if kind not in NOT_FOR_STAFF)


def sentence(notice: Notice, viewer: Viewer) -> str:
    own = viewer is not None and viewer.role == Role.YOUNG_PERSON
    if notice.kind == Kind.CODE_MADE and notice.key.startswith(ADDRESS_GIVEN):
        return str(ADDRESS_WORDS)
    if notice.kind == Kind.DUTY_STARTED and viewer is not None and viewer.role == Role.COUNCIL_ADMIN:
        return str(NO_MANAGER_WORDS)
    said = SENTENCES.get(notice.kind) or notice.get_kind_display()
    return str(TO_THE_YOUNG_PERSON.get(notice.kind, said) if own else said)


def name_of(kind: Notice.Kind, viewer: Viewer) -> str:
    """On the page of preferences; to young people as the notice itself says it."""
    own = viewer is not None and viewer.role == Role.YOUNG_PERSON
    return str(TO_THE_YOUNG_PERSON.get(kind, kind.label) if own else kind.label)


def kinds_for(viewer: Viewer) -> tuple[Notice.Kind, ...]:
    """The kinds that can reach somebody in this role, for the page of preferences."""
    role = viewer.role if viewer else ""
    chosen: dict[str, tuple[str, ...]] = {Role.YOUNG_PERSON: FOR_YOUNG_PEOPLE, Role.SUPPORTER: FOR_SUPPORTERS}
    return tuple(Notice.Kind(kind) for kind in chosen.get(role, FOR_STAFF))


def notices_of(viewer: Viewer, rows: QuerySet[Any] | None = None, *, unread: bool = False) -> QuerySet[Any]:
    """Their own, newest first."""
    rows = Notice.objects.all() if rows is None else rows
    found = rows.filter(recipient=viewer) if viewer else rows.none()
    return found.filter(read_at=None) if unread else found
