"""What a council reads before it publishes: the difference of two contents."""

import pytest

from leavingwell.questionnaires.changes import Place, changes


def question(code="HOME-01", text="Safe?", **more):
    texts = {"standard": {"text": {"en": text, "ar": "آمن؟"}, "help": {"en": "Why."}}}
    choices = [{"code": "yes", "score": 2, "label": {"en": "Yes"}}, {"code": "no", "score": 0, "label": {"en": "No"}}]
    return {"code": code, "answer_type": "YN", "level": 1, "texts": texts, "choices": choices, **more}


def content(*questions, title="Home"):
    return {"code": "outcomes", "domains": [{"code": "HOME", "title": {"en": title}, "questions": list(questions)}]}


def told(before, after, **options):
    return [
        (subject.code, change.place.part, change.place.language, change.before, change.after)
        for subject in changes(before, after, **options)
        for change in subject.changes
    ]


def test_the_same_content_has_no_changes():
    assert changes(content(question()), content(question())) == []


def test_a_reworded_question_is_told_in_the_language_that_changed():
    assert told(content(question()), content(question(text="Are you safe?"))) == [
        ("HOME-01", "text", "en", "Safe?", "Are you safe?")
    ]


def test_a_translation_that_goes_and_one_that_comes():
    after = question()
    after["texts"]["standard"]["text"] = {"en": "Safe?", "pl": "Bezpiecznie?"}
    assert told(content(question()), content(after)) == [
        ("HOME-01", "text", "pl", "", "Bezpiecznie?"),
        ("HOME-01", "text", "ar", "آمن؟", ""),
    ]


def test_only_the_languages_that_are_asked_for():
    after = question()
    after["texts"]["standard"]["text"] = {"en": "Now?", "ar": "الآن؟"}
    assert [one[2] for one in told(content(question()), content(after), languages=["ar"])] == ["ar"]


def test_a_title_an_answer_and_another_variant():
    after = question()
    after["texts"]["easy_read"] = {"text": {"en": "Safe bed?"}, "help": {}}
    after["choices"][0]["label"] = {"en": "Yes!"}
    found = changes(content(question()), content(after, title="My home"))
    places = [change.place for subject in found for change in subject.changes]
    assert places == [
        Place("HOME", "title"),
        Place("HOME-01", "text", "en", "easy_read"),
        Place("YN", "label", "en", choice="yes"),
    ]


def test_an_answer_that_many_questions_share_is_told_once():
    before = content(question(), question("HOME-02"))
    after = content(question(), question("HOME-02"))
    for one in after["domains"][0]["questions"]:
        one["choices"][0]["label"] = {"en": "Yes!"}
    assert [subject.code for subject in changes(before, after)] == ["YN"]


def test_a_new_and_a_retired_question_say_so():
    gone, new = changes(content(question()), content(question("HOME-09", "Warm?"))), None
    new, gone = sorted(gone, key=lambda subject: subject.is_gone)
    assert (new.code, new.words, new.is_new, new.is_gone) == ("HOME-09", "Warm?", True, False)
    assert (gone.code, gone.words, gone.is_new, gone.is_gone) == ("HOME-01", "Safe?", False, True)


@pytest.mark.parametrize("rule", [{"level": 3}, {"tell_a_person": ["no"]}])
def test_other_rules_of_a_question_are_a_change_too(rule):
    assert [one[1] for one in told(content(question()), content(question(**rule)))] == ["rules"]


def test_other_points_are_a_change_of_rules():
    after = question()
    after["choices"][1]["score"] = 1
    assert [one[1] for one in told(content(question()), content(after))] == ["rules"]


def test_a_first_version_tells_every_question():
    assert [subject.is_new for subject in changes({"domains": []}, content(question()))] == [True, True, True]


def test_another_order_is_told_of_what_both_ask():
    before = content(question(), question("HOME-02"), question("HOME-03"))
    after = content(question("HOME-09"), question("HOME-02"), question())
    found = {(place, old, new) for place, _part, _language, old, new in told(before, after) if _part == "order"}
    assert found == {("HOME", "HOME-01, HOME-02", "HOME-02, HOME-01")}
    other = {**content(), "code": "MONEY"}["domains"]
    money = [{**other[0], "code": "MONEY"}]
    two, turned = {"domains": other + money}, {"domains": money + other}
    assert told(two, turned) == [("areas", "order", "en", "HOME, MONEY", "MONEY, HOME")]


def test_english_words_come_before_translations_and_the_question_before_its_help():
    before, after = content(question()), content(question())
    texts = {"help": {"ar": "س", "en": "Y"}, "text": {"ar": "أ", "en": "Q"}}
    after["domains"][0]["questions"][0]["texts"]["standard"] = texts
    found = [(part, language) for _code, part, language, _before, _after in told(before, after)]
    assert found == [("text", "en"), ("text", "ar"), ("help", "en"), ("help", "ar")]
