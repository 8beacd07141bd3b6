"""The page of a plan: everything in it, each word in its own language, and nothing that a name could smuggle in."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.html import escape
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.plan_page import interface_language, plan_page
from leavingwell.platform.documents.rendering import render
from leavingwell.platform.documents.templatetags.documents import day
from leavingwell.platform.plans.models import Action, Goal, Plan
from leavingwell.platform.plans.models.comment import WHAT_MATTERS
from leavingwell.platform.plans.services.actions import ActionChanges, add_action, complete_action, update_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.finishing_goals import drop_goal, reach_goal
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import request_review
from leavingwell.questionnaires.kinds import Channel
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.themes.models import Theme
from tests.factories import Household
from tests.platform.documents.pdf import pages_of, text_in, unreadable_words, words_in
from tests.platform.documents.rich_plan import NORTHMOOR, OWN_WORDS, STEPS, answer, fill, make_theme
from tests.turns import in_turn

ENGINES = (False, True)  # whether what is drawn is accessible


def page_of(plan: Plan, household: Household, language: str = "en") -> str:
    document = Document.objects.create(plan=plan, language=language, requested_by=household.owner)
    return plan_page(document)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("accessible", ENGINES)
def test_everything_in_a_plan_is_in_its_document(in_north: Household, accessible: bool) -> None:
    content = render(page_of(fill(in_north), in_north), "en", accessible=accessible)
    text = squeezed(text_in(content))
    headings = (
        "This is your plan", "What matters to me", "How things stand", "My goals", "Our to-do list",
        "What I want help with", "In my own words", "Comments", "My people", "Dates and signatures",
    )  # fmt: skip
    assert [heading for heading in headings if heading not in text] == []
    facts = (
        "Wren", "Going well", "Growing", "Not enough answers yet", "Up", "Same", "2 of 4 steps done",
        "If this doesn't work", "You got there.", "Is your home warm enough?", "Not right now", "typed by Marlow",
        "A note by", "Agreed to ring on Tuesdays.", "01632 960 114", "Past carer", "Mentor", "Learning and work",
        "Sable agreed it on", "Marlow sent it to the manager on", "You asked for help.", "Stuck", "أنت",
    )  # fmt: skip
    assert [fact for fact in facts if fact not in text] == []
    assert pages_of(content) >= 5


def test_how_soon_a_goal_is_wanted_and_why_things_went_as_they_did(in_north: Household) -> None:
    plan, given = in_north.plan, {"by": in_north.owner, "language": "en"}
    add_goal(plan, words="Cook for my nan", **given)
    garden = add_goal(plan, words="A garden", term=Goal.Term.LONG, **given)
    drop_goal(add_goal(plan, words="Drive a van", **given), reason="Too dear for now", by=in_north.owner)
    reach_goal(add_goal(plan, words="Swim", **given), went_well="Zed came along", by=in_north.owner)
    complete_action(add_action(plan, title="Ring them", goal=garden, **given), by=in_north.owner, went_well="Kind")
    for title, status in (("Dig it", "stuck"), ("Rent it", "dropped")):
        changes = ActionChanges(status=Action.Status(status), reason=f"Because of {status}")
        update_action(add_action(plan, title=title, **given), changes, by=in_north.owner)
    text = squeezed(text_in(render(page_of(plan, in_north), "en", accessible=in_turn(ENGINES, 0))))
    told = (
        "For soon", "For later", "Why: Too dear for now", "What went well: Zed came along", "What went well: Kind",
        "What is in the way: Because of stuck", "Why: Because of dropped",
    )  # fmt: skip
    assert [one for one in told if one not in text] == []


def test_every_action_and_every_word_of_the_young_person_is_there(in_north: Household) -> None:
    html = page_of(fill(in_north), in_north)
    assert [step for step in STEPS if step not in html] == []
    assert [words for words in OWN_WORDS["en"] if str(escape(words)) not in html] == []


@pytest.mark.parametrize("language", ["ar", "bn"])
def test_own_words_keep_their_language_and_direction(in_north: Household, language: str) -> None:
    html = page_of(fill(in_north, language), in_north)
    direction = "rtl" if language == "ar" else "ltr"
    assert f'lang="{language}" dir="{direction}"><p>{OWN_WORDS[language][4][:20]}' in html
    assert f'<h3 lang="{language}" dir="{direction}">{OWN_WORDS[language][1]}</h3>' in html
    assert '<html lang="en" dir="ltr">' in html


def test_words_kept_under_the_wrong_language_are_marked_by_their_script(in_north: Household) -> None:
    add_comment(in_north.plan, body="أريد غرفة", by=in_north.owner, language="en", part=WHAT_MATTERS)
    assert 'lang="ar" dir="rtl"><p>أريد غرفة</p>' in page_of(in_north.plan, in_north)


def test_an_arabic_document_speaks_arabic_and_is_mirrored(in_north: Household) -> None:
    html = page_of(fill(in_north, "ar"), in_north, "ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert '<body lang="ar" dir="rtl">' in html
    assert all(words in html for words in ("هذه خطتك", "أهدافي", "قائمة مهامنا", "خطتي: Wren"))
    assert "text-align: right" in html
    assert "What matters to me" not in html


def test_headings_without_a_translation_say_that_they_are_english(in_north: Household) -> None:
    directions = {"bn": "ltr", "ps": "rtl", "ckb": "rtl", "pl": "ltr"}
    for language in [code for code in directions if interface_language(code, in_north.council) != code]:
        html = page_of(in_north.plan, in_north, language)
        assert f'<html lang="{language}" dir="{directions[language]}">' in html
        assert f'<body lang="en" dir="{directions[language]}">' in html


def numbered(count: int, mark: str) -> str:
    return " ".join(f"{mark}{number}" for number in range(count))


def test_long_words_go_on_over_pages_and_nothing_falls_off_one(in_north: Household) -> None:
    plan, owner = in_north.plan, in_north.owner
    owner.name = "Maximiliana-Alexandrina Wolfeschlegelsteinhausenbergerdorff"
    owner.save()
    add_comment(plan, body=numbered(680, "a"), by=owner, language="en", part=WHAT_MATTERS)
    add_comment(plan, body=numbered(500, "b").replace(" ", "\n\n"), by=owner, language="en", part="MIND")
    add_comment(plan, body="x" * 900, by=owner, language="en")
    goal = add_goal(plan, words="y" * 300, contingency=numbered(170, "c"), by=owner, language="en")
    for number in range(25):
        add_action(plan, title=f"d{number} {'z' * 60}", by=owner, language="en", goal=goal)
    note = [GivenAnswer("HOME-01", choice="yes", worker_note=numbered(680, "e"))]
    answer(plan, note, by=in_north.worker, language="en", channel=Channel.TOGETHER)
    content = render(page_of(plan, in_north), "en", accessible=in_turn(ENGINES, 1))
    expected = {
        f"{mark}{n}" for mark, count in zip("abcde", (680, 500, 170, 25, 680), strict=True) for n in range(count)
    }
    assert expected - words_in(content) == set()
    assert unreadable_words(content) == []


HOSTILE = '<script>alert(1)</script><img src=http://127.0.0.1:9/x> {{ plan }} {% now %} \u202eevil & "q" \' </style>'


def test_nothing_that_people_write_becomes_markup(in_north: Household) -> None:
    plan, owner = in_north.plan, in_north.owner
    owner.name = HOSTILE
    owner.save()
    add_comment(plan, body=HOSTILE, by=owner, language="en", part=WHAT_MATTERS)
    add_goal(plan, words=HOSTILE, contingency=HOSTILE, by=owner, language="en")
    add_action(plan, title=HOSTILE, by=owner, language="en")
    answer(plan, [GivenAnswer("HOME-01", comment=HOSTILE)], by=owner, language="en")
    html = page_of(plan, in_north)
    assert "<script" not in html
    assert "127.0.0.1:9/x>" not in html
    assert html.count("</style>") == 1
    text = squeezed(text_in(render(html, "en")))
    assert "<script>alert(1)</script>" in text
    assert "{{ plan }} {% now %}" in text
    assert "evil &" in text


def test_a_new_plan_makes_a_kind_document(in_north: Household) -> None:
    text = squeezed(text_in(render(page_of(in_north.plan, in_north), "en")))
    assert "Nothing is written here yet. There is no hurry." in text
    assert "No goals yet." in text
    assert "We are still working on it" in text
    assert "Not enough answers yet" in text


def test_what_was_written_without_the_young_person_says_so(in_north: Household) -> None:
    given = [GivenAnswer("HOME-01", choice="yes", comment="Seems settled.")]
    answer(in_north.plan, given, by=in_north.worker, language="en", channel=Channel.WITHOUT)
    html = page_of(in_north.plan, in_north)
    assert f"{in_north.worker.name} wrote this without {in_north.owner.name}" in html


def test_words_of_the_last_review_stand_until_there_are_new_ones(in_north: Household) -> None:
    plan = fill(in_north)
    plan = request_review(plan, by=in_north.owner)
    assert "I sleep in my coat" in page_of(plan, in_north)
    answer(plan, [GivenAnswer("HOME-03", comment="It is warm now.")], by=in_north.owner, language="en")
    area = page_of(plan, in_north).split("In my own words")[1].split("Comments")[0]
    assert "It is warm now." in area
    assert "I sleep in my coat" not in area


def test_the_council_gives_its_colours_and_its_logo(in_north: Household) -> None:
    theme = make_theme(NORTHMOOR, "soft", "hills")
    theme.logo = Image.objects.create(title="crest", file=get_test_image_file())
    theme.logo_alternative_text = "Two hills and a sun"
    theme.save()
    html = page_of(in_north.plan, in_north)
    assert "--brand: #0c4045" in html
    assert 'alt="Two hills and a sun"' in html
    assert 'src="data:image/png;base64,' in html
    assert "Two hills" not in text_in(render(html, "en"))


def test_a_lost_logo_does_not_cost_the_document(in_north: Household) -> None:
    theme = make_theme({}, "soft", "none")
    theme.logo = Image.objects.create(title="crest", file=get_test_image_file())
    theme.logo_alternative_text = "Gone"
    theme.save()
    theme.logo.file.storage.delete(theme.logo.file.name)
    assert 'class="logo"' not in page_of(in_north.plan, in_north)


def test_another_councils_theme_and_rows_are_never_in_it(north: Household, east: Household) -> None:
    with scope(east.council):
        Theme.objects.create(colours=NORTHMOOR, shape="soft", voice="quiet", scene="none")
        add_comment(east.plan, body="Words of Eastmarsh", by=east.owner, language="en")
    with scope(north.council):
        add_comment(north.other_young_person.plan, body="Words of another", by=north.other_owner, language="en")
        html = page_of(north.plan, north)
    assert "Words of" not in html
    assert "#0c4045" not in html
    assert north.other_owner.name not in html


def queries_with(household: Household, number: int) -> int:
    plan = household.plan
    for place in range(number):
        goal = add_goal(plan, words=f"Goal {place}", domain="HOME", by=household.owner, language="en")
        add_action(plan, title=f"Step {place}", by=household.owner, language="en", goal=goal)
        add_comment(plan, body=f"Comment {place}", by=household.worker, language="en", part="HOME")
    codes = [
        "HOME-01",
        "HOME-02",
        "HEALTH-01",
        "MIND-01",
        "PEOPLE-01",
        "ACTIVE-01",
        "MONEY-01",
        "WORK-01",
        "LIFE-01",
        "LIFE-02",
    ]
    answer(plan, [GivenAnswer(code, comment="Words") for code in codes[:number]], by=household.owner, language="en")
    document = Document.objects.create(plan=plan, language="en", requested_by=household.owner)
    with CaptureQueriesContext(
        connection,
    ) as made:
        plan_page(document)
    return len(made)


def test_a_full_plan_costs_no_more_queries_than_a_small_one(in_north: Household) -> None:
    queries_with(in_north, 1)  # what a process remembers of the council is read
    assert queries_with(in_north, 2) == queries_with(in_north, 10)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "5 June 2026"),
        ("ar", "5 يونيو 2026"),
        ("pl", "5 czerwca 2026"),
        ("ti", "ሰነ 5, 2026"),
        ("cy", "5 Mehefin 2026"),
    ],
)
def test_days_are_written_as_their_language_writes_them(language: str, words: str) -> None:
    with translation.override(language):
        assert day(date(2026, 6, 5)) == words
        assert day(None) == ""
