"""Objects with and without what hangs on them: as the owner, the case team, a supporter and an outsider.

The optimizer of strawberry-django fetches nested rows ahead. It must neither show an object because a list was asked
for with it, nor lose rows, nor fetch what the viewer may not see: so each answer is compared with what the same
document gives without it, and searched for other people's words.
"""

import json
from typing import Any

import pytest
from strawberry_django.optimizer import DjangoOptimizerExtension

from leavingwell.platform.access.services.supporting import add_supporter
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from tests.factories import Household
from tests.graphql.asking import ask, opaque
from tests.graphql.selections import leaves, paths
from tests.graphql.story import Cast, ids
from tests.turns import in_turn

ROOTS = {
    "plan": ("Plan", "plan", 2),
    "youngPerson": ("YoungPerson", "youngPerson", 2),
    "response": ("Response", "response", 3),
    "document": ("Document", "document", 1),
}
CASES = [
    pytest.param(number, root, selection, id=f"{root}-{number}")
    for root, (type_name, _variable, depth) in ROOTS.items()
    for number, selection in enumerate([leaves(type_name), *paths(type_name, depth)])
]


def fetch(cast: Cast, household: Household, who: str, root: str, selection: str) -> Any:
    """What somebody gets who asks for the northern owner's object."""
    given = cast.names[ROOTS[root][1]]
    document = f"query($id: ID!) {{ {root}(id: $id) {{ {selection} }} }}"
    answer = ask(household.council, document, cast.token(household, who), id=given)
    assert "errors" not in answer, answer
    return answer["data"][root]


OUTSIDERS = (
    ("north", "visitor"),
    ("north", "other_owner"),
    ("north", "other_worker"),
    ("north", "analyst"),
    ("north", "admin"),
    ("east", "owner"),
    ("east", "worker"),
    ("east", "manager"),
)


@pytest.mark.parametrize(("number", "root", "selection"), CASES)
def test_with_and_without_what_hangs_on_it(cast: Cast, number: int, root: str, selection: str) -> None:
    """As whoever's turn it is: a supporter, who sees a part, as often as the two who see it all."""
    who = in_turn(("supporter", "owner", "supporter", "worker"), number)
    found = fetch(cast, cast.north, who, root, selection)
    with DjangoOptimizerExtension.disabled():
        assert fetch(cast, cast.north, who, root, selection) == found
    words = json.dumps(found).lower()
    assert "other owner" not in words
    assert "eastmarsh" not in words


@pytest.mark.parametrize(("number", "root", "selection"), CASES)
def test_an_outsider_gets_nothing_either_way(cast: Cast, number: int, root: str, selection: str) -> None:
    """One of them at each selection, in turn: `test_permissions` asks for the bare objects as everybody."""
    place, who = in_turn(OUTSIDERS, number)
    assert fetch(cast, getattr(cast, place), who, root, selection) is None


WHOLE = """
  goals { words actions { title } }
  actions { totalCount edges { node { title } } }
  comments { totalCount edges { node { body } } }
  attempts { outcome }
  reviews { number }
  stateOfPlay { phase }
  response { answers { comment workerNote workerNoteBy { name } } }
  youngPerson {
    supporters { person { name } }
    checkIns { totalCount edges { node { note sharedWith } } }
  }
"""
NOTHING = {"totalCount": 0, "edges": []}


@pytest.mark.parametrize("who", ["owner", "worker", "manager", "supervisor", "duty"])
def test_the_owner_and_the_case_team_get_all_of_it(cast: Cast, who: str) -> None:
    plan = fetch(cast, cast.north, who, "plan", WHOLE)
    mark = cast.north.owner.name
    assert plan["goals"] == [{"words": f"Goal of {mark}", "actions": [{"title": f"Action of {mark}"}]}]
    assert plan["actions"]["totalCount"] == len(plan["actions"]["edges"]) == 3  # with two wishes for help
    assert plan["comments"]["edges"] == [{"node": {"body": f"Comment of {mark}"}}]
    assert plan["attempts"] == [{"outcome": f"Attempt on {mark}"}]
    assert plan["reviews"] == [{"number": 1}]
    assert len(plan["stateOfPlay"]) == 8
    noted = {"workerNote": f"Note about {mark}", "workerNoteBy": {"name": cast.north.worker.name}}
    answer = {"comment": f"Own words of {mark}", **noted}
    assert plan["response"]["answers"] == [answer, answer]
    assert plan["youngPerson"]["supporters"] == [{"person": {"name": cast.north.supporter.name}}]
    shared = {edge["node"]["sharedWith"] for edge in plan["youngPerson"]["checkIns"]["edges"]}
    everything = {"ONLY_ME", "WORKER", "WORKER_AND_SUPPORTERS"}
    assert shared == (everything if who == "owner" else everything - {"ONLY_ME"})


PARTS = {
    Supporter.Part.GOALS: ("goals",),
    Supporter.Part.ACTIONS: ("actions",),
    Supporter.Part.COMMENTS: ("comments",),
    Supporter.Part.STATE_OF_PLAY: ("stateOfPlay",),
    Supporter.Part.ANSWERS: ("response",),
}


def let_in(cast: Cast, *parts: str, domains: tuple[str, ...] = ()) -> None:
    north = cast.north
    with scope(north.council):
        add_supporter(
            north.young_person,
            name=north.supporter.name,
            email=north.supporter.user.email,  # type: ignore[union-attr]
            relationship="Past carer",
            parts=parts,
            domain_codes=domains,
            by=north.owner,
        )


def shown(plan: dict[str, Any]) -> set[str]:
    """The parts of which something is to be seen."""
    found = {"response": plan["response"]["answers"], **{name: plan[name] for name in ("goals", "stateOfPlay")}}
    found |= {name: plan[name]["edges"] for name in ("actions", "comments")}
    return {name for name, rows in found.items() if rows}


@pytest.mark.parametrize("part", PARTS)
def test_a_supporter_sees_the_chosen_part_alone(cast: Cast, part: str) -> None:
    let_in(cast, part)
    plan = fetch(cast, cast.north, "supporter", "plan", WHOLE)
    assert shown(plan) == set(PARTS[Supporter.Part(part)])
    assert plan["attempts"] == []
    assert {edge["node"]["sharedWith"] for edge in plan["youngPerson"]["checkIns"]["edges"]} == {
        "WORKER_AND_SUPPORTERS"
    }
    assert "Note about" not in json.dumps(plan)


def test_a_goals_actions_need_their_own_permission(cast: Cast) -> None:
    let_in(cast, Supporter.Part.GOALS)
    plan = fetch(cast, cast.north, "supporter", "plan", "goals { words actions { title } }")
    assert plan == {"goals": [{"words": f"Goal of {cast.north.owner.name}", "actions": []}]}


def test_a_supporter_sees_the_chosen_areas_alone(cast: Cast) -> None:
    let_in(cast, *PARTS, domains=("MONEY",))
    plan = fetch(cast, cast.north, "supporter", "plan", WHOLE)
    assert shown(plan) == {"stateOfPlay"}
    assert len(plan["stateOfPlay"]) == 1


def test_a_supporter_of_two_young_people_sees_each_as_they_chose(cast: Cast) -> None:
    north = cast.north
    let_in(cast, Supporter.Part.GOALS)
    with scope(north.council):
        add_supporter(
            north.other_young_person,
            name=north.supporter.name,
            email=north.supporter.user.email,  # type: ignore[union-attr]
            relationship="Mentor",
            parts=[Supporter.Part.COMMENTS],
            by=north.other_owner,
        )
        other = opaque("Plan", north.other_young_person.plan)
    own = fetch(cast, north, "supporter", "plan", WHOLE)
    document = f"query($id: ID!) {{ plan(id: $id) {{ {WHOLE} }} }}"
    others = ask(north.council, document, cast.token(north, "supporter"), id=other)["data"]["plan"]
    assert shown(own) == {"goals"}
    assert shown(others) == {"comments"}


def test_a_supporter_who_was_let_go_finds_nobody(cast: Cast) -> None:
    north = cast.north
    ended = "mutation($id: ID!) { endSupporter(input: {supporterId: $id}) { __typename } }"
    given = ids(north, cast.stories["north"])["supporter"]
    assert (
        ask(north.council, ended, cast.token(north, "owner"), id=given)["data"]["endSupporter"]["__typename"]
        == "Supporter"
    )
    assert fetch(cast, north, "supporter", "plan", "id") is None


@pytest.mark.parametrize("type_name", ["YoungPerson", "Response", "Document", "Offer", "Person", "Council"])
def test_an_id_of_another_kind_finds_nothing(cast: Cast, type_name: str) -> None:
    with scope(cast.north.council):
        given = opaque(type_name, cast.north.plan)
    answer = ask(
        cast.north.council, "query($id: ID!) { plan(id: $id) { id } }", cast.token(cast.north, "owner"), id=given
    )
    assert answer["data"] == {"plan": None}
