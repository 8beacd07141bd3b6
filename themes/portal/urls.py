"""The portal's addresses. They hold opaque ids and codes, never a name or an answer."""

from django.urls import URLPattern, URLResolver, include, path

from leavingwell.themes.portal.views import (
    caseload,
    check_in,
    checklist,
    documents,
    home,
    insight,
    kept,
    language,
    look,
    offers,
    pages,
    person,
    plan,
    sign_off,
    supporting,
    todo,
)

CHECKLIST: list[URLPattern] = [
    path("", checklist.checklist, name="checklist"),
    path("answers/", checklist.review, name="checklist_review"),
    path("finish/", checklist.finish, name="checklist_finish"),
    path("<str:code>/", checklist.question, name="question"),
]
PLAN: list[URLPattern] = [
    path("", plan.plan, name="plan"),
    path("comments/", plan.comment, name="plan_comments"),
    path("goals/", plan.goal, name="plan_goals"),
    path("review/", plan.review, name="plan_review"),
    path("documents/", plan.document, name="plan_documents"),
]
PERSON: list[URLPattern | URLResolver] = [
    path("", person.person, name="person"),
    path("requests/<str:action>/", person.turn_into_action, name="person_request"),
    path("attempts/", person.attempt, name="person_attempt"),
    path("hand-in/", person.submit, name="person_submit"),
    path("to-do/", todo.todo, name="todo"),
    path("plan/", include(PLAN)),
    path("<slug:channel>/", include(CHECKLIST)),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("not-today/", home.not_today, name="not_today"),
    path("check-in/", check_in.check_in, name="check_in"),
    path("questions/", include(CHECKLIST)),
    path("to-do/", todo.todo, name="todo"),
    path("to-do/<str:action>/done/", todo.done, name="action_done"),
    path("to-do/<str:action>/again/", todo.again, name="action_again"),
    path("plan/", include(PLAN)),
    path("plan/words/", plan.words, name="plan_words"),
    path("documents/<str:document>/", documents.plan_document, name="plan_document"),
    path("offers/", offers.offers, name="offers"),
    path("offers/<slug:slug>/", offers.offer, name="offer"),
    path("offers/<slug:slug>/ask/", offers.ask_about, name="offer_ask"),
    path("page/<slug:slug>/", pages.page, name="page"),
    path("glossary/", pages.glossary, name="glossary"),
    path("help/", pages.help_now, name="help"),
    path("language/", language.language, name="language"),
    path("caseload/", caseload.caseload, name="caseload"),
    path("people/<str:person>/", include(PERSON)),
    path("sign-off/", sign_off.queue, name="sign_off"),
    path("sign-off/<str:plan>/", sign_off.sign_off, name="sign_off_plan"),
    path("insight/", insight.insight, name="insight"),
    path("supporting/", supporting.supporting, name="supporting"),
    path("supporting/<str:person>/", supporting.supported, name="supported"),
    path("kept/", kept.kept, name="kept"),
    path("kept/throw-away/", kept.throw_away, name="throw_away"),
    path("theme.<str:fingerprint>.css", look.theme, name="theme"),
]
