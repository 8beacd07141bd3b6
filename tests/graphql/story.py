"""One of everything in a young person's record, marked with whose it is, so that a leak can be recognised."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone
from strawberry.relay import to_base64

from leavingwell.content.models import Area, Notice, OfferPage, StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.services import request_document
from leavingwell.platform.people.models import DutyCover, Person, Supporter, YoungPerson
from leavingwell.platform.plans.models import (
    Action,
    Attempt,
    Comment,
    Crisis,
    Goal,
    Home,
    PlanMatter,
    SafetyNotice,
    SuitabilityFactor,
)
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.contacts import record_attempt
from leavingwell.platform.plans.services.crises import record_crisis
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.homes import Move, record_move, save_home_views
from leavingwell.platform.plans.services.matters import MatterWords, save_matter
from leavingwell.platform.plans.services.suitability import Assessment, FactorSeen, assess_suitability
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import CheckIn, Response
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in
from tests.content.articles import make_answers, make_event, make_news, make_place, make_story
from tests.factories import Household, make_offer
from tests.graphql.asking import opaque

SHARED = CheckIn.SharedWith
TELLING = {"HOME-01": "no"}  # an answer after which somebody is told


@dataclass(frozen=True, repr=False)
class Story:
    young_person: YoungPerson
    response: Response
    goal: Goal
    action: Action
    document: Document


def questions_of(response: Response) -> list[str]:
    return list(Content(response.questionnaire_version.content).domain_codes)


def answer_some(young_person: YoungPerson, worker: Person, mark: str, number: int = 2) -> Response:
    plan = young_person.plan
    response = plan.review.response
    owner = young_person.person
    given = [
        GivenAnswer(question, choice=TELLING.get(question), comment=f"Own words of {mark}", wants_help=True)
        for question in questions_of(response)[:number]
    ]
    record_answers(plan, response, given, sitting_of(young_person, owner, channel=None, language="en"))
    notes = [GivenAnswer(one.question, worker_note=f"Note about {mark}") for one in given]
    record_answers(plan, response, notes, sitting_of(young_person, worker, channel=None, language="en"))
    response.refresh_from_db()
    return response


def check_in_three_times(young_person: YoungPerson, mark: str) -> None:
    for shared_with in SHARED:
        call = CheckIn.Call.TODAY if shared_with == SHARED.WORKER else CheckIn.Call.NO
        given = GivenCheckIn(face=4, note=f"{shared_with} of {mark}", shared_with=shared_with, call=call)
        send_check_in(young_person, given, by=young_person.person, language="en")


def settle(young_person: YoungPerson, worker: Person) -> None:
    """A home with a look at it and their own words, and a matter of Schedule 1."""
    mark = young_person.person.name
    home = record_move(young_person, Move(Home.Kind.INDEPENDENT, f"Home of {mark}"), by=worker)
    factors = [FactorSeen(factor, SuitabilityFactor.Verdict.FINE) for factor in SuitabilityFactor.Factor]
    seen = Assessment(suitable=True, reasons=f"Reasons about {mark}", factors=factors)
    assess_suitability(home, seen, by=worker, language="en")
    save_home_views(home, words=f"Home views of {mark}", by=young_person.person, language="en")
    by_when = timezone.localdate() + timedelta(days=60)
    how = MatterWords(how=f"Support of {mark}", by_when=by_when, by_whom=worker.name)
    save_matter(young_person.plan, PlanMatter.Matter.SUPPORT, how, by=worker, language="en")


def tell(young_person: YoungPerson, worker: Person) -> Story:
    """Everything, made by the services as the product does."""
    mark, plan, owner = young_person.person.name, young_person.plan, young_person.person
    response = answer_some(young_person, worker, mark)
    check_in_three_times(young_person, mark)
    goal = add_goal(plan, words=f"Goal of {mark}", domain="HOME", by=owner, language="en")
    both = (owner.pk, worker.pk)
    title = f"Action of {mark}"
    action = add_action(plan, title=title, goal=goal, owner_ids=both, by=worker, language="en")
    add_comment(plan, body=f"Comment of {mark}", by=owner, language="en", audience=Comment.Audience.SUPPORTERS)
    record_attempt(plan, channel=Attempt.Channel.CALL, outcome=f"Attempt on {mark}", by=worker)
    record_crisis(young_person, cause=Crisis.Cause.MONEY, response=f"Crisis of {mark}", by=worker)
    settle(young_person, worker)
    document = request_document(plan, language="en", accessible=False, by=worker)
    return Story(young_person, response, goal, action, document)


@dataclass(repr=False)
class Cast:
    """Two councils with everybody in them, their stories, and everybody's session token."""

    north: Household
    east: Household
    stories: dict[str, Story]  # "north", "north other", "east", "east other"
    tokens: dict[tuple[str, str], str]  # by council's slug and name in the cast

    def token(self, household: Household, who: str) -> str | None:
        return None if who == "visitor" else self.tokens[household.council.slug, who]

    @cached_property
    def names(self) -> dict[str, Any]:
        """The `ids` of the northern owner, for who asks about them hundreds of times."""
        return ids(self.north, self.stories["north"])


ARTICLES: dict[str, Callable[..., Any]] = {
    "Story": make_story,
    "News": make_news,
    "Event": make_event,
    "Place": make_place,
    "Answers": make_answers,
}


def publish(council: Council) -> None:
    make_offer(council, f"Offer of {council.slug}", slug="offer")
    page = StandardPage(title="Get help", slug="get-help", heading_en=f"Page of {council.slug}")
    home_page(council).add_child(instance=page)
    Notice.objects.create(title_en=f"Notice of {council.slug}")
    Area.objects.create(code="coast", name_en=f"Coast of {council.slug}")
    for title, make in ARTICLES.items():
        make(council, title)


def tell_household(household: Household) -> tuple[Story, Story]:
    with scope(household.council):
        publish(household.council)
        own = tell(household.young_person, household.worker)
        other = tell(household.other_young_person, household.other_worker)
    return own, other


def ids(household: Household, story: Story) -> dict[str, Any]:
    """Variables for documents that ask about the owner of a household."""
    with scope(household.council):
        supporter = Supporter.objects.get(young_person=household.young_person)
        notice = SafetyNotice.objects.get(young_person=story.young_person, told_as=SafetyNotice.ToldAs.WORKER)
        wish = CheckIn.objects.get(young_person=story.young_person, call=CheckIn.Call.TODAY)
        return {
            "youngPerson": opaque("YoungPerson", story.young_person),
            "plan": opaque("Plan", story.young_person.plan),
            "response": opaque("Response", story.response),
            "review": opaque("Review", story.young_person.plan.review),
            "home": opaque("Home", story.young_person.homes.get()),
            "goal": opaque("Goal", story.goal),
            "action": opaque("Action", story.action),
            "offer": to_base64("Offer", str(OfferPage.objects.get(slug="offer").translation_key)),
            "document": opaque("Document", story.document),
            "supporter": opaque("Supporter", supporter),
            "safetyNotice": opaque("SafetyNotice", notice),
            "checkIn": opaque("CheckIn", wish),
            "newWorker": opaque("Person", household.other_worker),
            "team": opaque("Team", story.young_person.team),
            "otherTeam": opaque("Team", household.other_young_person.team),
            "worker": opaque("Person", household.worker),
            "analyst": opaque("Person", household.analyst),
            "dutyCover": opaque("DutyCover", DutyCover.objects.get(person=household.duty)),
            "until": (timezone.now() + timedelta(hours=8)).isoformat(),
            "question": questions_of(story.response)[0],
        }
