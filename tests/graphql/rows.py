"""Who is in a council's cast, and how a row says what each of them is answered.

The outcomes: `answered`, `empty` (a list of nothing), `null`, or the code of the error or problem.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.turns import some_in_turn

STAFF = ("worker", "other_worker", "manager", "supervisor", "duty", "analyst", "admin")
EDITORS = ("editor", "questionnaire_editor", "translator")
CAST = ("visitor", "owner", "other_owner", "supporter", *STAFF, *EDITORS, "operator")
ELSEWHERE = ("visitor", "owner", "supporter", "worker", "manager", "admin", "operator")  # enough of another council
OUTSIDERS = ("visitor", "other_owner", "other_worker", "supporter")
TEAM = ("worker", "manager", "supervisor", "duty")
WORKING = ("worker", "duty")

PROBLEMS = "... on Problems { problems { code field message } }"


@dataclass(frozen=True)
class Row:
    """`document` asks about the household's owner; who is not in `answered` gets `otherwise`, or their exception.

    `elsewhere` is what the same ids give to another council's people, each at their own host; None: what the same
    person of the own council gets, since the question is about nobody.
    """

    document: str
    answered: tuple[str, ...]
    otherwise: str = ""
    exceptions: Mapping[str, str] = field(default_factory=dict)
    elsewhere: str | None = None

    def expected(self, who: str) -> str:
        if who in self.exceptions:
            return self.exceptions[who]
        return "answered" if who in self.answered else self.otherwise

    def expected_elsewhere(self, who: str) -> str:
        expected = self.expected(who)
        keeps = self.elsewhere is None or who == "visitor" or expected == self.otherwise
        return expected if keeps else str(self.elsewhere)

    def asking(self, place: int) -> list[str]:
        """Outsiders always; of those who are answered, and of the others who are not, three in turn."""
        refused = [who for who in CAST if who not in self.answered]
        outside = [who for who in refused if who in OUTSIDERS]
        others = [who for who in refused if who not in OUTSIDERS]
        return [*outside, *some_in_turn(others, 3, place), *some_in_turn(self.answered, 3, place)]


def public(document: str) -> Row:
    return Row(document, CAST)


def of_one(document: str, *answered: str, otherwise: str = "null") -> Row:
    """About one young person: to everybody else it is not there."""
    return Row(document, answered, otherwise, elsewhere=otherwise)


def by_role(document: str, *answered: str, **exceptions: str) -> Row:
    return Row(document, answered, "NOT_ALLOWED", {"visitor": "UNAUTHENTICATED", **exceptions})


def change(mutation: str, given: str, *answered: str, seen_by: tuple[str, ...] = (), **exceptions: str) -> Row:
    """A mutation: whoever sees the young person is told that they may not, everybody else that there is nobody."""
    name = mutation[0].upper() + mutation[1:]
    document = f"mutation {name} {{ {mutation}(input: {{{given}}}) {{ __typename {PROBLEMS} }} }}"
    told = dict.fromkeys(seen_by, "NOT_ALLOWED")
    return Row(document, answered, "NOT_FOUND", {"visitor": "NOT_ALLOWED", **told, **exceptions}, elsewhere="NOT_FOUND")


def by_role_change(mutation: str, given: str, *answered: str) -> Row:
    """A mutation in the council as a whole: its right comes from the role, and another council's ids are unknown."""
    name = mutation[0].upper() + mutation[1:]
    document = f"mutation {name} {{ {mutation}(input: {{{given}}}) {{ __typename {PROBLEMS} }} }}"
    return Row(document, answered, "NOT_ALLOWED", elsewhere="NOT_FOUND")


def anybody(mutation: str, given: str) -> Row:
    """A mutation of the viewer's own things."""
    name = mutation[0].upper() + mutation[1:]
    document = f"mutation {name} {{ {mutation}(input: {{{given}}}) {{ __typename {PROBLEMS} }} }}"
    return Row(document, tuple(who for who in CAST if who != "visitor"), "NOT_ALLOWED")


SEEN_BY = ("owner", "supporter", *TEAM)


def for_plan(mutation: str, given: str, *answered: str, **exceptions: str) -> Row:
    others = tuple(who for who in SEEN_BY if who not in answered)
    return change(mutation, given, *answered, seen_by=others, **exceptions)
