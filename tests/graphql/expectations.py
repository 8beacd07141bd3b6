"""Who is answered what: every root field of the schema, for everybody in a council's cast.

The outcomes: `answered`, `empty` (a list of nothing), `null`, or the code of the error or problem.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

STAFF = ("worker", "other_worker", "manager", "supervisor", "duty", "analyst", "admin")
EDITORS = ("editor", "questionnaire_editor", "translator")
CAST = ("visitor", "owner", "other_owner", "supporter", *STAFF, *EDITORS, "operator")
ELSEWHERE = ("visitor", "owner", "supporter", "worker", "manager", "admin", "operator")  # enough of another council
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


SEEN_BY = ("owner", "supporter", *TEAM)


def for_plan(mutation: str, given: str, *answered: str, **exceptions: str) -> Row:
    others = tuple(who for who in SEEN_BY if who not in answered)
    return change(mutation, given, *answered, seen_by=others, **exceptions)


QUERIES = {
    "council": public("{ council { slug } }"),
    "councils": public("{ councils { slug } }"),
    "languages": public("{ languages { code } }"),
    "theme": public("{ theme { tokens } }"),
    "offerTopics": public("{ offerTopics { code } }"),
    "offers": public("{ offers { totalCount } }"),
    "offer": public('{ offer(slug: "offer") { slug } }'),
    "page": public('{ page(slug: "get-help") { slug } }'),
    "notices": public("{ notices { id } }"),
    "glossary": public("{ glossary { term { value } } }"),
    "helpLines": public("{ helpLines { phone } }"),
    "questionnaires": public("{ questionnaires { code } }"),
    "questionnaire": public('{ questionnaire(code: "outcomes") { version } }'),
    "questionnaireDraft": by_role('{ questionnaireDraft(code: "outcomes") { code } }', "admin", *EDITORS, "operator"),
    "questionnaireVersion": public('{ questionnaireVersion(code: "outcomes", version: 1) { version } }'),
    "viewer": Row("{ viewer { id } }", CAST, exceptions={"visitor": "null"}),
    "caseload": by_role("{ caseload { totalCount } }", "worker", "other_worker", "manager", "supervisor", "duty"),
    "signOffQueue": by_role(
        "{ signOffQueue { totalCount } }",
        **dict.fromkeys(("worker", "other_worker", "manager", "supervisor", "duty"), "empty"),
    ),
    "youngPerson": of_one("query($youngPerson: ID!) { youngPerson(id: $youngPerson) { id } }", *SEEN_BY),
    "plan": of_one("query($plan: ID!) { plan(id: $plan) { id } }", *SEEN_BY),
    "response": of_one("query($response: ID!) { response(id: $response) { id } }", *SEEN_BY),
    "checkIns": of_one(
        "query($youngPerson: ID!) { checkIns(youngPersonId: $youngPerson) { totalCount } }", *SEEN_BY, otherwise="empty"
    ),
    "document": of_one("query($document: ID!) { document(id: $document) { id } }", "owner", *TEAM),
    "insight": by_role("{ insight { people } }", "worker", "other_worker", "manager", "analyst", "admin"),
    "surveys": Row("{ surveys { id } }", (), "empty"),
    "surveyResults": by_role(
        "{ surveyResults { closedOn } }",
        **dict.fromkeys(("worker", "other_worker", "manager", "analyst", "admin"), "empty"),
    ),
    "teams": by_role("{ teams { id } }", "worker", "other_worker", "manager", "analyst", "admin"),
    "translationProgress": by_role("{ translationProgress { area } }", "admin", *EDITORS, "operator"),
}

PLAN, ACTION, YOUNG_PERSON = "planId: $plan", "actionId: $action", "youngPersonId: $youngPerson"
NEW = 'preferredName: "New", email: "new@example.org", dateOfBirth: "2008-02-03", teamId: $team'
HOLDER = ("owner", *WORKING)

MUTATIONS = {
    "saveAnswers": for_plan(
        "saveAnswers", "responseId: $response, answers: [{question: $question, kind: RATHER_NOT_SAY}]", *HOLDER
    ),
    "submitResponse": for_plan("submitResponse", "responseId: $response", *HOLDER),
    "checkIn": for_plan("checkIn", f"face: 3, {YOUNG_PERSON}", "owner"),
    "addAction": for_plan("addAction", f'{PLAN}, title: "To do"', *HOLDER, "manager"),
    "updateAction": for_plan("updateAction", f'{ACTION}, title: "Else"', *HOLDER, "manager", supporter="NOT_FOUND"),
    "completeAction": for_plan("completeAction", ACTION, *HOLDER, "manager", supporter="NOT_FOUND"),
    "addGoal": for_plan("addGoal", f'{PLAN}, words: "A home"', *HOLDER),
    "addComment": for_plan("addComment", f'{PLAN}, body: "Words"', "owner", *TEAM),
    "requestReview": for_plan("requestReview", PLAN, **dict.fromkeys(("owner", *TEAM), "WRONG_STATE")),
    "submitPlan": for_plan("submitPlan", PLAN, *WORKING),
    "returnPlan": for_plan("returnPlan", f'{PLAN}, reason: "More"', manager="WRONG_STATE"),
    "authorisePlan": for_plan("authorisePlan", PLAN, manager="WRONG_STATE"),
    "recordAttempt": for_plan("recordAttempt", f'{PLAN}, channel: CALL, outcome: "Rang"', *WORKING),
    "recordCrisis": for_plan("recordCrisis", f"{YOUNG_PERSON}, cause: MONEY", *WORKING, "manager"),
    "requestDocument": for_plan("requestDocument", PLAN, "owner", *TEAM),
    "allocateWorker": for_plan("allocateWorker", f"{YOUNG_PERSON}, workerId: $newWorker", "manager"),
    "addSupporter": for_plan(
        "addSupporter",
        f'{YOUNG_PERSON}, name: "A", email: "a@example.org", relationship: "Friend", parts: [GOALS]',
        *("owner", "worker"),
    ),
    "endSupporter": change("endSupporter", "supporterId: $supporter", "owner", "worker"),
    "answerSurvey": change("answerSurvey", 'surveyId: "none", answers: []'),
    "declineSurvey": change("declineSurvey", 'surveyId: "none"'),
    "seeSafetyNotice": change("seeSafetyNotice", "safetyNoticeId: $safetyNotice", "worker"),
    "recordCall": change("recordCall", "checkInId: $checkIn", *WORKING, "manager", seen_by=("owner", "supervisor")),
    "orderFocus": for_plan("orderFocus", f"{PLAN}, questions: []", "owner"),
    "remarkOnQuestion": Row(
        f"mutation Remark {{ remarkOnQuestion(input: {{question: $question, kind: HARD}}) "
        f"{{ __typename {PROBLEMS} }} }}",
        ("owner", "other_owner"),
        "NOT_ALLOWED",
    ),
    "inviteYoungPerson": Row(
        f"mutation Invite {{ inviteYoungPerson(input: {{{NEW}}}) {{ __typename {PROBLEMS} }} }}",
        ("worker", "other_worker", "manager", "admin"),
        "NOT_ALLOWED",
        elsewhere="NOT_FOUND",
    ),
}
