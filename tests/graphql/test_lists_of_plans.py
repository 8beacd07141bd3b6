"""A list of plans costs as many queries for ten as for two, whatever is asked of each."""

from collections.abc import Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Team
from leavingwell.platform.plans.models import Comment
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.factories import Household, make_young_person
from tests.graphql.asking import ask
from tests.graphql.selections import leaves, nested, node_type, opened
from tests.graphql.story import Cast, answer_some, check_in_three_times

FEW, MANY = 2, 10
TOO_MUCH = {("goals", "actions"), ("threads", "replies")}  # lists of lists of lists: the API refuses them
UP_AGAIN = "youngPerson"  # whose plan it is: the page that lists them has asked that already
TOGETHER = """plan { permissions whyNot { __typename } status response { id progress { asked } notShown
  answers { kind question { code } } } said { comment } stateOfPlay { phase } }"""
TWICE = """plan {
  all: actions(last: 2) { totalCount edges { node { id owners { name } threads { unread } permissions } } }
  open: actions(first: 1, statuses: [OPEN]) { edges { node { id title addedBy { name } } } }
  none: actions(first: 0) { totalCount }
  later: actions(first: 1, after: "YXJyYXljb25uZWN0aW9uOjk=") { totalCount edges { cursor } }
  ownWords: comments(part: "what_matters") { edges { node { id } } }
  comments(last: 2) { pageInfo { hasPreviousPage } edges { cursor node { id body unread } } } }"""


def documents() -> Iterator[tuple[str, str]]:
    """For each field of a plan, and each of what hangs on it: all leaves there."""
    for name, of in nested("Plan").items():
        if name == UP_AGAIN:
            continue
        yield name, f"plan {{ {opened(name, of, leaves(node_type(of)) or '__typename')} }}"
        for deeper, its in nested(node_type(of)).items():
            if (name, deeper) not in TOO_MUCH:
                inner = opened(deeper, its, leaves(node_type(its)) or "__typename")
                yield f"{name}.{deeper}", f"plan {{ {opened(name, of, inner)} }}"


STEPS = """plan {
  goals { words addedBy { name } actions { id status dueOn addedAt owners { name } } }
  goalProgress { open yours next { action { id } } } }"""
DOCUMENTS = dict(documents()) | {"together": TOGETHER, "twice": TWICE}


def add_people(house: Household, number: int) -> None:
    team = Team.objects.get(manager=house.manager)
    for _ in range(number):
        young_person = make_young_person(team, worker=house.worker)
        young_person.celebrates = True
        young_person.save()
        plan, owner = open_plan(young_person, by=None), young_person.person
        owners = (owner.pk, house.worker.pk)
        goal = add_goal(plan, words="A goal", domain="HOME", by=owner, language="en")
        add_action(plan, title="A step", goal=goal, domain="MIND", owner_ids=owners, by=house.worker, language="en")
        add_action(plan, title="To do", domain="HOME", owner_ids=owners, by=owner, language="en")
        for kind in Comment.Kind:
            add_comment(plan, body="Words", by=owner, language="en", kind=kind)
        answer_some(young_person, house.worker, owner.name, 3)
        check_in_three_times(young_person, owner.name)


PAGES = """id plan { id
  last: actions(last: 2) { totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { title } } }
  first: actions(first: 1) { totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { title } } }
  after: actions(first: 1, after: "YXJyYXljb25uZWN0aW9uOjA=") { totalCount edges { cursor node { title } } }
  none: actions(first: 0) { totalCount edges { cursor } }
  beyond: actions(first: 1, after: "YXJyYXljb25uZWN0aW9uOjk=") { totalCount edges { cursor } }
  before: actions(first: 1, before: "YXJyYXljb25uZWN0aW9uOjA=") { totalCount edges { cursor } }
  open: actions(statuses: [DONE]) { totalCount edges { node { title } } }
  response { complete progress { asked answered } answers { kind } } said { comment wantsHelp }
  stateOfPlay { phase answered } goalProgress { open yours next { action { title } } } summary { overall }
  youngPerson { plan { open: actions(statuses: [OPEN]) { totalCount edges { node { title } } } } } }"""


def test_in_a_list_each_is_told_as_alone(cast: Cast) -> None:
    north, token = cast.north, cast.token(cast.north, "worker")
    with scope(north.council):
        add_people(north, FEW)
    found = ask(north.council, f"{{ caseload(first: 4) {{ edges {{ node {{ {PAGES} }} }} }} }}", token)
    assert "errors" not in found, found
    listed = [edge["node"] for edge in found["data"]["caseload"]["edges"]]
    assert len(listed) > FEW
    for one in listed:
        alone = ask(north.council, f"query($id: ID!) {{ youngPerson(id: $id) {{ {PAGES} }} }}", token, id=one["id"])
        for part, told in alone["data"]["youngPerson"]["plan"].items():
            assert told == one["plan"][part], part


def test_faulty_pages_are_refused_in_a_list_too(cast: Cast) -> None:
    north, token = cast.north, cast.token(cast.north, "worker")
    with scope(north.council):
        add_people(north, FEW)
    for faulty in ("first: 101", "last: -1", 'after: "nonsense"'):
        document = (
            f"{{ caseload(first: 4) {{ edges {{ node {{ plan {{ actions({faulty}) {{ totalCount }} }} }} }} }} }}"
        )
        found = ask(north.council, document, token)
        assert {one["extensions"]["code"] for one in found["errors"]} <= {"BAD_USER_INPUT", "COST_TOO_HIGH"}, found


def test_constant(cast: Cast) -> None:
    north, token, counts = cast.north, cast.token(cast.north, "worker"), {}
    for number in (FEW, MANY - FEW):
        with scope(north.council):
            add_people(north, number)
        for name, inner in DOCUMENTS.items():
            document = f"{{ caseload(first: {MANY}) {{ edges {{ node {{ id {inner} }} }} }} }}"
            ask(north.council, document, token)  # what a process keeps is there
            with CaptureQueriesContext(connection) as queries:
                answer = ask(north.council, document, token)
            assert "errors" not in answer, (name, answer["errors"])
            counts.setdefault(name, []).append(len(queries))
    assert {name: found for name, found in counts.items() if found[0] != found[1]} == {}
