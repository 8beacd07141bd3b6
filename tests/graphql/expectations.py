"""Who is answered what: every root field of the schema, for everybody in a council's cast (`rows` explains)."""

from tests.graphql.rows import (
    CAST,
    EDITORS,
    PROBLEMS,
    SEEN_BY,
    TEAM,
    WORKING,
    Row,
    anybody,
    by_role,
    by_role_change,
    change,
    for_plan,
    of_one,
    public,
)

QUERIES = {
    "council": public("{ council { slug } }"),
    "councils": public("{ councils { slug } }"),
    "languages": public("{ languages { code } }"),
    "theme": public("{ theme { tokens } }"),
    "offerTopics": public("{ offerTopics { code } }"),
    "offers": public("{ offers { totalCount } }"),
    "offer": public('{ offer(slug: "offer") { slug } }'),
    "offerWords": public('{ offerWords(search: "ofer") }'),
    "areas": public("{ areas { code } }"),
    "stories": public("{ stories { totalCount } }"),
    "story": public('{ story(slug: "story") { slug } }'),
    "news": public("{ news { totalCount } }"),
    "newsItem": public('{ newsItem(slug: "news") { slug } }'),
    "events": public("{ events { totalCount } }"),
    "event": public('{ event(slug: "event") { slug } }'),
    "places": public("{ places { totalCount } }"),
    "place": public('{ place(slug: "place") { slug } }'),
    "answerPages": public("{ answerPages { totalCount } }"),
    "answerPage": public('{ answerPage(slug: "answers") { slug } }'),
    "page": public('{ page(slug: "get-help") { slug } }'),
    "notices": public("{ notices { id } }"),
    "preview": Row("{ preview { path } }", (), "null"),
    "glossary": public("{ glossary { term { value } } }"),
    "helpLines": public("{ helpLines { phone } }"),
    "questionnaires": public("{ questionnaires { code } }"),
    "questionnaire": public('{ questionnaire(code: "outcomes") { version } }'),
    "questionnaireDraft": by_role('{ questionnaireDraft(code: "outcomes") { code } }', "admin", *EDITORS, "operator"),
    "questionnaireVersion": public('{ questionnaireVersion(code: "outcomes", version: 1) { version } }'),
    "viewer": Row("{ viewer { id } }", CAST, exceptions={"visitor": "null"}),
    "caseload": by_role("{ caseload { totalCount } }", "worker", "other_worker", "manager", "supervisor", "duty"),
    "clocks": by_role(
        "{ clocks(states: [OK, SOON, DUE, OVERDUE]) { totalCount } }",
        *("worker", "other_worker", "manager", "supervisor", "duty"),
    ),
    "clockTotals": by_role("{ clockTotals { count } }", "worker", "other_worker", "manager", "supervisor", "duty"),
    "signOffQueue": by_role(
        "{ signOffQueue { totalCount } }",
        **dict.fromkeys(("worker", "other_worker", "manager", "supervisor", "duty"), "empty"),
    ),
    "qualityCheckQueue": by_role(
        "{ qualityCheckQueue { totalCount } }",
        **dict.fromkeys(("worker", "other_worker", "manager", "supervisor", "duty"), "empty"),
    ),
    "qualitySample": by_role("{ qualitySample { agreed } }", "worker", "other_worker", "manager", "supervisor", "duty"),
    "sampledPlan": of_one("query($review: ID!) { sampledPlan(review: $review) { number } }"),
    "planQuality": of_one("query($plan: ID!) { planQuality(plan: $plan) { met } }", *TEAM, otherwise="empty"),
    "reviewDifferences": of_one(
        "query($plan: ID!) { reviewDifferences(planId: $plan, from: 1) { before { number } } }", *SEEN_BY
    ),
    "examplePlans": Row("{ examplePlans { code } }", (), "empty"),
    "planSections": public("{ planSections { code } }"),
    "youngPerson": of_one("query($youngPerson: ID!) { youngPerson(id: $youngPerson) { id } }", *SEEN_BY),
    "plan": of_one("query($plan: ID!) { plan(id: $plan) { id } }", *SEEN_BY),
    "response": of_one("query($response: ID!) { response(id: $response) { id } }", *SEEN_BY),
    "checkIns": of_one(
        "query($youngPerson: ID!) { checkIns(youngPersonId: $youngPerson) { totalCount } }", *SEEN_BY, otherwise="empty"
    ),
    "document": of_one("query($document: ID!) { document(id: $document) { id } }", "owner", *TEAM),
    "actionHints": Row(
        '{ actionHints(input: {title: "Call"}) { code } }', CAST, exceptions={"visitor": "UNAUTHENTICATED"}
    ),
    "insight": by_role("{ insight { people } }", "worker", "other_worker", "manager", "analyst", "admin"),
    "teamPictures": by_role(
        "{ teamPictures { youngPeople } }",
        "manager",
        **dict.fromkeys(("worker", "other_worker", "supervisor", "duty"), "empty"),
    ),
    "surveys": Row("{ surveys { id } }", (), "empty"),
    "surveyResults": by_role(
        "{ surveyResults { closedOn } }",
        **dict.fromkeys(("worker", "other_worker", "manager", "analyst", "admin"), "empty"),
    ),
    "staff": by_role("{ staff { totalCount } }", "manager", "admin", "operator"),
    "withoutWorker": by_role(
        "{ withoutWorker { totalCount } }",
        **dict.fromkeys(("worker", "other_worker", "manager", "supervisor", "duty"), "empty"),
    ),
    "personalAdvisers": by_role("{ personalAdvisers { id } }", "worker", "other_worker", "manager", "admin"),
    "accessLog": of_one(
        "query($youngPerson: ID!) { accessLog(youngPersonId: $youngPerson) { totalCount } }",
        *("owner", "manager"),
        otherwise="empty",
    ),
    "history": of_one("query($action: ID!) { history(id: $action) { by } }", "owner", *TEAM, otherwise="empty"),
    "redactable": of_one(
        "query($youngPerson: ID!) { redactable(youngPersonId: $youngPerson) { kind } }", "manager", otherwise="empty"
    ),
    "dataCopies": Row("{ dataCopies { id } }", (), "empty"),
    "emergencyAccesses": by_role(
        "{ emergencyAccesses { totalCount } }",
        **dict.fromkeys(("worker", "other_worker", "manager", "supervisor", "duty"), "empty"),
    ),
    "teams": by_role("{ teams { id } }", "worker", "other_worker", "manager", "analyst", "admin"),
    "translationProgress": by_role("{ translationProgress { area } }", "admin", *EDITORS, "operator"),
}

FACTOR_CODES = ("FACILITIES", "REPAIR", "SAFETY", "LOCATION", "SUPPORT", "TENANCY", "COST")
ALL_FINE = ", ".join(f"{{factor: {code}, verdict: FINE}}" for code in FACTOR_CODES)
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
    "turnIntoGoal": for_plan("turnIntoGoal", f'{PLAN}, from: {{area: "HOME"}}, words: "Warm"', *HOLDER),
    "updateGoal": for_plan("updateGoal", 'goalId: $goal, contingency: "Else"', *HOLDER),
    "finishGoal": for_plan("finishGoal", "goalId: $goal, end: REACHED", *HOLDER),
    "reopenGoal": for_plan("reopenGoal", "goalId: $goal", **dict.fromkeys(HOLDER, "WRONG_STATE")),
    "markCommentsRead": for_plan("markCommentsRead", PLAN, *SEEN_BY),
    "setCelebrates": for_plan("setCelebrates", f"{YOUNG_PERSON}, celebrates: true", "owner"),
    "addComment": for_plan("addComment", f'{PLAN}, body: "Words"', "owner", *TEAM),
    "requestReview": for_plan("requestReview", PLAN, **dict.fromkeys(("owner", *TEAM), "WRONG_STATE")),
    "submitPlan": for_plan("submitPlan", PLAN, *WORKING),
    "startReview": for_plan("startReview", PLAN, **dict.fromkeys((*WORKING, "manager"), "WRONG_STATE")),
    "savePart": for_plan("savePart", f'{PLAN}, words: "Mine"', *WORKING, owner="INVALID"),
    "checkQuality": for_plan(
        "checkQuality", f"{PLAN}, passOn: true", **dict.fromkeys(("supervisor", "manager"), "WRONG_STATE")
    ),
    "answerReturn": change("answerReturn", 'returnReasonId: "none"'),
    "writeWithout": for_plan("writeWithout", f'{PLAN}, reason: "Why"', **dict.fromkeys(WORKING, "WRONG_STATE")),
    "returnPlan": for_plan("returnPlan", f'{PLAN}, reason: "More"', manager="WRONG_STATE"),
    "authorisePlan": for_plan("authorisePlan", PLAN, manager="WRONG_STATE"),
    "recordAttempt": for_plan("recordAttempt", f'{PLAN}, channel: CALL, outcome: "Rang"', *WORKING),
    "recordCrisis": for_plan("recordCrisis", f"{YOUNG_PERSON}, cause: MONEY", *WORKING, "manager"),
    "recordContact": for_plan("recordContact", f'{YOUNG_PERSON}, channel: CALL, summary: "Hi"', *WORKING, "manager"),
    "closeCrisis": change("closeCrisis", 'crisisId: "none", worked: YES, response: "Done"'),
    "setState": for_plan(
        "setState",
        f'{YOUNG_PERSON}, state: FRAGILE, reason: "Why"',
        **dict.fromkeys((*WORKING, "manager"), "WRONG_STATE"),  # a crisis is open
    ),
    "answerOffer": change("answerOffer", 'offerId: "none", answer: NOT_NOW'),
    "recordOffer": for_plan("recordOffer", YOUNG_PERSON, **dict.fromkeys((*WORKING, "manager"), "WRONG_STATE")),
    "openSlimPlan": for_plan("openSlimPlan", YOUNG_PERSON, **dict.fromkeys((*WORKING, "manager"), "WRONG_STATE")),
    "markNoticesRead": anybody("markNoticesRead", "noticeIds: []"),
    "setNoticePreference": anybody("setNoticePreference", "kind: NEW_COMMENT, byEmail: true"),
    "requestDocument": for_plan("requestDocument", PLAN, "owner", *TEAM),
    "allocateWorker": for_plan("allocateWorker", f"{YOUNG_PERSON}, workerId: $newWorker", "manager"),
    "moveToTeam": for_plan("moveToTeam", f"{YOUNG_PERSON}, teamId: $otherTeam", "manager"),
    "handOverCaseload": by_role_change("handOverCaseload", "fromId: $worker, workerId: $newWorker", "manager", "admin"),
    "startDutyCover": by_role_change(
        "startDutyCover", "personId: $worker, teamId: $team, until: $until", "manager", "admin"
    ),
    "endDutyCover": by_role_change("endDutyCover", "dutyCoverId: $dutyCover", "manager", "admin"),
    "inviteStaff": by_role_change(
        "inviteStaff",
        'name: "Nell", email: "nell@example.org", role: analyst, teamId: $team',
        *("admin", "operator"),
    ),
    "changeStaff": by_role_change("changeStaff", 'personId: $analyst, name: "Ann"', "admin", "operator"),
    "removeStaff": by_role_change("removeStaff", "personId: $analyst", "admin", "operator"),
    "saveMatter": for_plan("saveMatter", f'{PLAN}, matter: MONEY, how: "A grant"', *WORKING),
    "recordMove": for_plan("recordMove", f'{YOUNG_PERSON}, kind: OTHER, description: "Elsewhere"', *WORKING, "manager"),
    "assessSuitability": for_plan(
        "assessSuitability",
        f'homeId: $home, suitable: true, reasons: "Warm", factors: [{ALL_FINE}]',
        *WORKING,
        supporter="NOT_FOUND",
    ),
    "saveHomeViews": for_plan("saveHomeViews", 'homeId: $home, words: "Loud"', "owner", supporter="NOT_FOUND"),
    "giveCopy": for_plan("giveCopy", "reviewId: $review, form: PRINTED", **dict.fromkeys(HOLDER, "WRONG_STATE")),
    "judgeQuality": for_plan(
        "judgeQuality",
        "reviewId: $review, outcome: GOOD",
        **dict.fromkeys(("supervisor", "manager"), "WRONG_STATE"),
    ),
    "addSupporter": for_plan(
        "addSupporter",
        f'{YOUNG_PERSON}, name: "A", email: "a@example.org", relationship: "Friend", parts: [GOALS], agreement: "Yes"',
        *("owner", "worker"),
    ),
    "updateSupporter": change(
        "updateSupporter", 'supporterId: $supporter, parts: [GOALS], agreement: "Yes"', "owner", "worker"
    ),
    "updateYoungPerson": for_plan("updateYoungPerson", f'{YOUNG_PERSON}, needs: "Time"', *HOLDER, "manager"),
    "addCarePeriod": for_plan("addCarePeriod", f'{YOUNG_PERSON}, startsOn: "2020-01-01"', *WORKING, "manager"),
    "endCarePeriod": change("endCarePeriod", 'carePeriodId: "none", endsOn: "2021-01-01"'),
    "setCategory": for_plan("setCategory", f"{YOUNG_PERSON}, category: RELEVANT", *WORKING, "manager"),
    "inviteAgain": for_plan("inviteAgain", f"{YOUNG_PERSON}, channel: LETTER", *HOLDER, "manager"),
    "withdrawInvitation": for_plan(
        "withdrawInvitation", YOUNG_PERSON, **dict.fromkeys((*HOLDER, "manager"), "WRONG_STATE")
    ),
    "markWelcomed": for_plan("markWelcomed", YOUNG_PERSON, "owner"),
    "endSupporter": change("endSupporter", "supporterId: $supporter", "owner", "worker"),
    "answerSurvey": change("answerSurvey", 'surveyId: "none", answers: []'),
    "declineSurvey": change("declineSurvey", 'surveyId: "none"'),
    "seeSafetyNotice": change("seeSafetyNotice", "safetyNoticeId: $safetyNotice", "worker"),
    "recordCall": change("recordCall", "checkInId: $checkIn", *WORKING, "manager", seen_by=("owner", "supervisor")),
    "saveOffer": for_plan("saveOffer", f"{YOUNG_PERSON}, offerId: $offer", "owner"),
    "addToCheckIn": change(
        "addToCheckIn", 'checkInId: $checkIn, note: "More"', "owner", seen_by=(*WORKING, "manager", "supervisor")
    ),
    "withdrawCheckIn": change(
        "withdrawCheckIn", "checkInId: $checkIn", "owner", seen_by=(*WORKING, "manager", "supervisor")
    ),
    "orderFocus": for_plan("orderFocus", f"{PLAN}, questions: []", "owner"),
    "remarkOnQuestion": Row(
        f"mutation Remark {{ remarkOnQuestion(input: {{question: $question, kind: HARD}}) "
        f"{{ __typename {PROBLEMS} }} }}",
        ("owner", "other_owner"),
        "NOT_ALLOWED",
    ),
    "findInEmergency": Row(
        f'mutation Find {{ findInEmergency(input: {{name: "Owner"}}) {{ __typename {PROBLEMS} }} }}',
        ("worker", "other_worker", "manager", "supervisor", "duty"),
        "NOT_ALLOWED",
    ),
    "openInEmergency": Row(
        f'mutation Open {{ openInEmergency(input: {{{YOUNG_PERSON}, reason: "Not safe at night"}}) '
        f"{{ __typename {PROBLEMS} }} }}",
        ("other_worker",),
        "NOT_ALLOWED",
        dict.fromkeys(TEAM, "WRONG_STATE"),
        elsewhere="NOT_FOUND",
    ),
    "seeEmergencyAccess": change("seeEmergencyAccess", 'emergencyAccessId: "none"'),
    "requestMyData": Row(
        f"mutation MyData {{ requestMyData(input: {{}}) {{ __typename {PROBLEMS} }} }}",
        ("owner", "other_owner"),
        "NOT_ALLOWED",
    ),
    "redact": change("redact", 'subjectId: "none", start: 0, end: 1, reason: LEGAL, explanation: "Why"'),
    "translateWords": change("translateWords", 'subjectId: "none", language: "pl", text: "Words"'),
    "liftRedaction": change("liftRedaction", 'redactionId: "none"'),
    "inviteYoungPerson": Row(
        f"mutation Invite {{ inviteYoungPerson(input: {{{NEW}}}) {{ __typename {PROBLEMS} }} }}",
        ("worker", "other_worker", "manager", "admin"),
        "NOT_ALLOWED",
        elsewhere="NOT_FOUND",
    ),
}
