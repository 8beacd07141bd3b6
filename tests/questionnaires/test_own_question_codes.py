"""The codes of a council's own questions and of their choices."""

from itertools import islice

import pytest

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Indicator, Wording
from leavingwell.questionnaires.services.codes import candidates, choice_code
from leavingwell.questionnaires.services.own_questions import add_question, retire
from tests.factories import make_council
from tests.questionnaires.own_questions import again, make_own, own_question, publish_all


@pytest.mark.parametrize(
    ("slug", "first"),
    [("northmoor", "NM"), ("eastmarsh", "EM"), ("bradford", "BF"), ("east-riding", "ER"), ("q", "QA")],
)
def test_a_prefix_recalls_the_councils_name(slug, first):
    assert next(candidates(slug)) == first


@pytest.mark.parametrize("slug", ["x", "42", "isle-of-wight", "a-b-c-d-e-f", "kingston-upon-hull"])
def test_every_name_gives_prefixes_enough(slug):
    found = set(islice(candidates(slug), 500))
    assert len(found) > 400
    assert all(2 <= len(one) <= 4 and one.isascii() and one.isalpha() and one.isupper() for one in found)


def test_councils_have_prefixes_of_their_own_though_neither_sees_the_other(north):
    twin = make_council("northmere")
    with scope(north.council):
        assert add_question("HOME", own_question(), by=None).code == "NM-HOME-01"
    with scope(twin):
        code = add_question("HOME", own_question(), by=None).code
    assert code != "NM-HOME-01"
    assert code.endswith("-HOME-01")
    assert Council.objects.get(pk=north.council.pk).question_prefix == "NM"


def test_numbers_go_on_in_each_area_and_are_never_used_again(north):
    assert [make_own(north).code for _one in range(2)] == ["NM-HOME-01", "NM-HOME-02"]
    assert make_own(north, domain="MONEY").code == "NM-MONEY-01"
    with scope(north.council):
        retire(again(north, "NM-HOME-02"), by=None)
    assert make_own(north).code == "NM-HOME-03"


def test_a_number_of_an_old_version_is_not_used_again_though_the_question_is_gone(north):
    make_own(north)
    publish_all(north)
    with scope(north.council):
        Wording.objects.filter(indicator__code="NM-HOME-01").delete()
        Indicator.objects.filter(code="NM-HOME-01").delete()
    assert make_own(north).code == "NM-HOME-02"


@pytest.mark.parametrize(
    ("label", "used", "code"),
    [
        ("With friends", (), "with_friends"),
        ("Café £5", (), "cafe_5"),
        ("£££", (), "choice"),
        ("£££", ("choice",), "choice_2"),
        ("Yes", ("yes", "yes_2"), "yes_3"),
        ("A very long label that goes on and on", (), "a_very_long_label_th"),
        ("A very long label that goes on and on", ("a_very_long_label_th",), "a_very_long_label__2"),
    ],
)
def test_a_choice_gets_a_code_of_its_words(label, used, code):
    assert choice_code(label, used) == code
