from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
import strawberry_django
from django.db.models import Prefetch, QuerySet
from strawberry import relay

from leavingwell.graphql.connections import Connection
from leavingwell.graphql.context import Info
from leavingwell.graphql.council.types import Council
from leavingwell.graphql.ids import with_id
from leavingwell.graphql.operation import CouncilOperation, Operation
from leavingwell.graphql.people.details import Category, Details, knows_more
from leavingwell.graphql.people.person import Person, Role
from leavingwell.graphql.people.work_history import WorkHistory
from leavingwell.graphql.plans.clocks import Clock, clock_type
from leavingwell.graphql.plans.contacts import Contact
from leavingwell.graphql.plans.crises import CaseloadState, Crisis, StateChange
from leavingwell.graphql.plans.homes import Home
from leavingwell.graphql.plans.notices import NoticeChoice, PersonalNotice, choices_of
from leavingwell.graphql.plans.permitted import Permitted
from leavingwell.graphql.plans.safety import SafetyNotice
from leavingwell.graphql.plans.saved_offers import SavedOffer, saved_offers_of
from leavingwell.graphql.plans.yearly_offer import YearlyOffer
from leavingwell.graphql.questionnaires.remarks import Remark, my_remarks
from leavingwell.graphql.questionnaires.types import CheckIn, Response
from leavingwell.graphql.selected import asks_only
from leavingwell.graphql.why_not import DESCRIPTION as WHY_NOT
from leavingwell.graphql.why_not import WhyNotNow, why_not_of
from leavingwell.platform.access import operations
from leavingwell.platform.access.matrix import MATRIX
from leavingwell.platform.access.permissions import allowed, relations_with, user_can, user_can_in_council, visible
from leavingwell.platform.access.relations import READS_THE_CASE
from leavingwell.platform.access.why_not import decide
from leavingwell.platform.people import models
from leavingwell.platform.plans import attention
from leavingwell.platform.plans.clock_facts import ANNOTATIONS, clocks_of
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.models import Plan as PlanRow
from leavingwell.platform.plans.notices import notices_of
from leavingwell.platform.plans.safety_notices import unseen
from leavingwell.platform.plans.services.emergencies import open_until
from leavingwell.platform.plans.wanted_calls import wanted_calls

if TYPE_CHECKING:
    from leavingwell.graphql.plans.types import Plan

SupporterPart = models.Supporter.Part
strawberry.enum(SupporterPart, name="SupporterPart", description="A part of a plan that a supporter can be let in to.")
SupporterKind = models.Supporter.Kind
strawberry.enum(SupporterKind, name="SupporterKind", description="What a supporter is to the young person.")
AttentionLevel = attention.Level
strawberry.enum(AttentionLevel, name="AttentionLevel", description="How soon.")
AttentionReason = attention.Reason
strawberry.enum(AttentionReason, name="AttentionReason", description="Why.")


def annotated(make: Callable[[], Any]) -> Callable[[Info], Any]:
    """For the optimizer, which asks for it by each field that needs it."""
    return lambda info: info.context.once(make)


CURRENT = "current_allocations"


def with_workers() -> QuerySet[models.Allocation]:
    return models.Allocation.objects.filter(ends_on=None).select_related("worker")


@strawberry.type(description="A reason to turn to a young person.")
class Attention:
    level: AttentionLevel
    code: AttentionReason
    reason: str = strawberry.field(description="In the viewer's language.")
    due_on: date | None


@strawberry_django.type(models.Supporter, name="Supporter", description="Somebody whom the young person let in.")
class Supporter(Permitted, relay.Node):
    id: relay.NodeID[str]
    person: Person
    relationship: str
    parts: list[SupporterPart]
    kind: SupporterKind
    domain_codes: list[str] = strawberry_django.field(description="The areas they see; none means all.")
    starts_at: datetime
    added_by: Person | None
    agreement: str = strawberry_django.field(description="How the young person agreed, where a worker let them in.")

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        live = queryset.filter(ended_at=None)
        return visible(live, info.context.viewer, operations.Operation.ADD_COMMENT, "young_person")


@strawberry_django.type(models.YoungPerson, name="YoungPerson", description="The young person whose plan it is.")
class YoungPerson(Details, WorkHistory, relay.Node):
    id: relay.NodeID[str]
    pronouns: str
    person: Person = strawberry_django.field(
        description="As one of the people in the plan: an owner of actions, an author."
    )
    plan: Annotated["Plan", strawberry.lazy("leavingwell.graphql.plans.types")] | None
    supporters: list[Supporter]
    check_ins: Connection[CheckIn] = strawberry_django.connection(description="Newest first.")
    responses: list[Response] = strawberry_django.field(description="Their checklists, newest first.")
    safety_notices: list[SafetyNotice] = strawberry_django.field(
        description="Who was told that they may not be safe, oldest first. Empty for supporters."
    )

    homes: list[Home] = strawberry_django.field(description="Newest first. Empty for supporters.")
    contacts: Connection[Contact] = strawberry_django.connection(
        description="Contacts and visits, newest first. Empty for supporters."
    )
    crises: list[Crisis] = strawberry_django.field(description="Newest first. Empty for supporters.")
    state_changes: list[StateChange] = strawberry_django.field(
        description="How they were, newest first; for the case team."
    )
    yearly_offers: list[YearlyOffer] = strawberry_django.field(
        description="From 21: when they were told that the door is open, newest first. Empty for supporters."
    )

    @strawberry_django.field(description="One of their check-ins.")
    def check_in(self, root: strawberry.Parent[models.YoungPerson], info: Info, id: strawberry.ID) -> CheckIn | None:
        return with_id(root.check_ins.all(), id, "CheckIn")

    @strawberry_django.field(description="What they saved of the local offer, newest first. For nobody else.")
    def saved_offers(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> list[SavedOffer]:
        return saved_offers_of(root, info)

    @strawberry_django.field(select_related="person", description="The name they want to be called.")
    def preferred_name(self, root: strawberry.Parent[models.YoungPerson]) -> str:
        return str(root.person.name)

    @strawberry_django.field(description="For the young person and the case team.")
    def date_of_birth(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> date | None:
        return root.date_of_birth if knows_more(root, info) else None

    @strawberry_django.field(description="Where they live, in short; for the young person and the case team.")
    def home(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> str | None:
        return str(root.home) if knows_more(root, info) else None

    @strawberry_django.field(description="Whether they want what went well celebrated; null for supporters.")
    def celebrates(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> bool | None:
        return root.celebrates if knows_more(root, info) else None

    @strawberry_django.field(description="For the young person and the case team.")
    def category(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> Category | None:
        return Category(root.category) if knows_more(root, info) else None

    @strawberry_django.field(description="For the case team alone.")
    def state(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> CaseloadState | None:
        return CaseloadState(root.state) if READS_THE_CASE & relations_with(info.context.viewer, root) else None

    @strawberry_django.field(description="The last day anybody was in touch; for the case team.")
    def last_contact_on(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> date | None:
        return root.last_contact_on if READS_THE_CASE & relations_with(info.context.viewer, root) else None

    @strawberry_django.field(description="In years.")
    def age(self, root: strawberry.Parent[models.YoungPerson]) -> int:
        return root.age

    @strawberry_django.field(
        prefetch_related=lambda info: Prefetch("allocations", with_workers(), to_attr=CURRENT),
        description="Their personal adviser.",
    )
    def worker(self, root: strawberry.Parent[models.YoungPerson]) -> Person | None:
        current: Any = getattr(root, CURRENT, None)
        if current is None:
            current = list(with_workers().filter(young_person=root))
        return current[0].worker if current else None

    @strawberry_django.field(
        annotate={name: annotated(make) for name, make in ANNOTATIONS.items()},
        description="What needs attention, most urgent first; for the case team, in `caseload` and `youngPerson`.",
    )
    def attention(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> list[Attention]:
        if not hasattr(root, "help_wanted") or not READS_THE_CASE & relations_with(info.context.viewer, root):
            return []
        found = attention.attention_of(root, info.context.rule_book)
        return [attention_type(one) for one in attention.by_level(found)]

    @strawberry_django.field(
        annotate={name: annotated(make) for name, make in ANNOTATIONS.items()},
        description="What must happen by a day. Empty for supporters.",
    )
    def clocks(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> list[Clock]:
        if not knows_more(root, info):
            return []
        return [clock_type(one) for one in clocks_of(root, info.context.rule_book)]

    @strawberry_django.field(description="What the viewer may do for this young person.")
    def permissions(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> list[Operation]:
        return allowed(relations_with(info.context.viewer, root))

    @strawberry_django.field(description=WHY_NOT)
    def why_not(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> list[WhyNotNow]:
        return why_not_of(decide(MATRIX, relations_with(info.context.viewer, root), {}))

    @strawberry_django.field(description="Until when the viewer has this record open in an emergency; else null.")
    def emergency_until(self, root: strawberry.Parent[models.YoungPerson], info: Info) -> datetime | None:
        return open_until(info.context.viewer, root.pk)

    @classmethod
    def get_queryset(cls, queryset: Any, info: Info, **kwargs: Any) -> Any:
        return visible(queryset, info.context.viewer, operations.Operation.VIEW_YOUNG_PERSON)


# Of a young person, what the account brings along: every page asks for these alone.
READ_WITH_ACCOUNT = frozenset({"__typename", "id", "preferredName", "pronouns", "reading", "welcomedAt"})


def attention_type(one: attention.Attention) -> Attention:
    return Attention(level=one.level, code=one.reason, reason=attention.sentence(one), due_on=one.due_on)


@strawberry.type(description="Whoever is signed in.")
class Viewer:
    person: strawberry.Private[models.Person]
    id: strawberry.ID
    name: str
    role: Role
    language: str = strawberry.field(description="Their own choice, else the council's default.")
    council: Council

    @strawberry.field(description="What they may do in the council as a whole.")
    def permissions(self) -> list[CouncilOperation]:
        return [operation for operation in operations.CouncilOperation if user_can_in_council(self.person, operation)]

    @strawberry_django.field(description="The young people who let the viewer in, for a supporter.")
    def supporting(self) -> list[YoungPerson]:
        rows: Any = models.YoungPerson.objects.filter(supporters__person=self.person, supporters__ended_at=None)
        return rows

    @strawberry_django.field(description="What they were told of and nobody has seen yet, oldest first.")
    def safety_notices(self) -> list[SafetyNotice]:
        rows: Any = unseen(self.person)
        return rows

    @strawberry_django.field(description="Check-ins that ask for a call which nobody has noted yet, for today first.")
    def wanted_calls(self) -> list[CheckIn]:
        rows: Any = wanted_calls(self.person)
        return rows

    @strawberry_django.connection(Connection[PersonalNotice], description="What they are told of, newest first.")
    def notices(self, unread: bool = False) -> Iterable[Notice]:
        rows: Any = notices_of(self.person, unread=unread)
        return rows

    @strawberry.field(description="How many of these they have not read.")
    def unread_notices(self) -> int:
        return notices_of(self.person, unread=True).count()

    @strawberry.field(description="For which kinds of notices they get an e-mail too.")
    def notice_choices(self) -> list[NoticeChoice]:
        return choices_of(self.person)

    @strawberry_django.field(description="What they said about questions, newest first.")
    def remarks(self) -> list[Remark]:
        rows: Any = my_remarks(self.person)
        return rows

    @strawberry_django.field(description="Themselves, for a young person.")
    def young_person(self, info: Info) -> YoungPerson | None:
        own: Any = getattr(self.person, "young_person", None)  # read with the account: nobody else costs a query
        if own is None:
            return None
        if asks_only(info, READ_WITH_ACCOUNT):
            return own if user_can(self.person, operations.Operation.VIEW_YOUNG_PERSON, own) else None
        rows: Any = models.YoungPerson.objects.filter(pk=own.pk)
        return rows

    @strawberry_django.field(description="Their own, for a young person.")
    def plan(self) -> Annotated["Plan", strawberry.lazy("leavingwell.graphql.plans.types")] | None:
        own: Any = getattr(self.person, "young_person", None)
        rows: Any = PlanRow.objects.filter(young_person=own) if own else None
        return rows
