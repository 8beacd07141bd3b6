"""The nation's easy-read questions: whole, easy, drawn, loaded again and again alike, and there for everybody."""

import hashlib
import json

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from leavingwell.platform.councils.scope import national_scope
from leavingwell.questionnaires.media import address_of
from leavingwell.questionnaires.models import ChoiceLabel, QuestionMedia, QuestionnaireVersion, Wording
from leavingwell.questionnaires.services import easy_read
from leavingwell.questionnaires.services.easy_read import EASY_READ, PICTURES
from leavingwell.questionnaires.services.loading import OUTCOMES, load_framework
from leavingwell.translations.readability import readability
from tests.api import ask, client_of

FOUND = json.loads(EASY_READ.read_text(encoding="utf-8"))
QUESTIONS = FOUND["questions"]
STANDARD = {
    one["code"]: one
    for domain in json.loads(OUTCOMES.read_text(encoding="utf-8"))["domains"]
    for one in domain["indicators"]
}
LANGUAGES = {"en", "ar", "pl", "fa"}
MOST_WORDS, MOST_WORDS_TRANSLATED, OLDEST = 10, 12, 8
TOLD_FIRST = {"en": "told first", "ar": "وسيصلك الخبر أولًا", "pl": "Najpierw", "fa": "اول به خودتان"}
LARGEST = 12 * 1024  # bytes of a picture: it opens on a slow phone
ASKED = """query Q($language: String) {
    questionnaire(code: "outcomes", language: $language, variant: EASY_READ) { domains { questions { code
        text { value isFallback } help { value isFallback } choices { code label { value } }
        image { url alternativeText width height } } } } }"""
every_question = pytest.mark.parametrize("code", QUESTIONS)


def tells(one):
    return bool(one["tell_a_person"] or one["tell_if_repeated"])


def rows():
    """Everything that loading writes, but when."""
    with national_scope("look for a test"):
        wordings = list(Wording.objects.filter(council=None).order_by("pk").values())
        labels = list(ChoiceLabel.objects.filter(council=None).order_by("pk").values())
        media = list(QuestionMedia.objects.filter(council=None).order_by("pk").values())
        versions = list(QuestionnaireVersion.objects.filter(council=None).values_list("number", flat=True))
    return wordings, labels, media, versions


def asked(council, language="en"):
    found = ask(None, council, ASKED, language=language)["data"]["questionnaire"]
    return {question["code"]: question for domain in found["domains"] for question in domain["questions"]}


def test_every_question_of_the_nation_is_there_in_its_order():
    assert list(QUESTIONS) == list(STANDARD)


@every_question
def test_words_are_there_in_every_language_of_the_file(code):
    one = QUESTIONS[code]
    for part in ("text", "help", "picture_text"):
        assert set(one[part]) == LANGUAGES, part
        assert all(text.strip() == text != "" for text in one[part].values()), part
    assert all(len(text) <= 200 for text in one["picture_text"].values())


@every_question
def test_it_is_short_and_easy(code):
    one = QUESTIONS[code]
    for part in ("text", "help"):
        found = readability(one[part]["en"])
        assert found.reading_age <= OLDEST, (part, found)
    assert readability(one["text"]["en"]).words <= MOST_WORDS
    assert all(len(text.split()) <= MOST_WORDS_TRANSLATED for text in one["text"].values())
    assert all(text.endswith(("?", "؟")) for text in one["text"].values())


@pytest.mark.parametrize("code", [code for code, one in STANDARD.items() if tells(one)])
def test_who_may_be_told_is_said_in_every_language_before_the_answer(code):
    """Not less than the standard words say."""
    for language, words in TOLD_FIRST.items():
        assert words in QUESTIONS[code]["help"][language]


@every_question
def test_the_picture_is_drawn_at_its_size_and_small(code):
    name = QUESTIONS[code]["picture"]
    assert (PICTURES / f"{name}.svg").exists()
    file = PICTURES / f"{name}.webp"
    assert file.stat().st_size <= LARGEST
    with Image.open(file) as picture:
        assert picture.format == "WEBP"
        assert picture.size == (easy_read.WIDTH, easy_read.HEIGHT)
        assert picture.convert("RGBA").getpixel((0, 0))[3] == 0  # round corners on any ground


def test_no_picture_is_left_over_and_none_holds_writing():
    drawn = {file.stem for file in PICTURES.glob("*.svg")}
    assert drawn == {file.stem for file in PICTURES.glob("*.webp")} == {one["picture"] for one in QUESTIONS.values()}
    for file in PICTURES.glob("*.svg"):
        assert "<text" not in file.read_text()
        assert "href" not in file.read_text()


def test_loading_again_changes_nothing(framework):
    before = rows()
    load_framework()
    assert rows() == before
    assert len(before[2]) == len({one["picture"] for one in QUESTIONS.values()})


def test_a_text_that_went_from_the_file_goes_from_the_row(framework, tmp_path):
    changed = json.loads(EASY_READ.read_text(encoding="utf-8"))
    one = changed["questions"]["HOME-01"]
    one["text"]["en"], one["picture"] = "Is there a safe bed?", "front-door"
    del one["help"]["pl"]
    file = tmp_path / "easy_read.json"
    file.write_text(json.dumps(changed), encoding="utf-8")
    with national_scope("load for a test"):
        before = Wording.objects.get(indicator__code="HOME-01", variant="easy_read")
        easy_read.load_easy_read(file)
        after = Wording.objects.get(indicator__code="HOME-01", variant="easy_read")
        door = Wording.objects.get(indicator__code="HOME-02", variant="easy_read")
    assert after.pk == before.pk
    assert (after.text_en, after.help_pl) == ("Is there a safe bed?", None)
    assert after.picture_id == door.picture_id != before.picture_id


def test_the_standard_words_stay_as_they_are(framework):
    with national_scope("look for a test"):
        texts = dict(Wording.objects.filter(variant="standard").values_list("indicator__code", "text_en"))
    assert texts == {code: one["text"]["en"] for code, one in STANDARD.items()}


def test_every_councils_visitors_get_the_picture_for_ever(councils, framework):
    data = (PICTURES / "safe-bed.webp").read_bytes()
    address = address_of(f"{hashlib.sha256(data).hexdigest()}.webp")
    for council in councils:
        answer = client_of(None, council).get(address)
        assert answer.status_code == 200
        assert answer.content == data
        assert answer["Content-Type"] == "image/webp"
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in answer


def test_the_files_are_where_their_rows_say(framework):
    with national_scope("look for a test"):
        paths = list(QuestionMedia.objects.filter(council=None).values_list("path", flat=True))
    assert all(default_storage.exists(path) for path in paths)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_interface_gives_words_and_pictures_in_the_language_asked_for(councils, framework, language):
    questions = asked(councils[0], language)
    for code, expected in QUESTIONS.items():
        found = questions[code]
        assert found["text"] == {"value": expected["text"][language], "isFallback": False}
        assert found["help"] == {"value": expected["help"][language], "isFallback": False}
        assert found["image"]["alternativeText"] == expected["picture_text"][language]
        assert (found["image"]["width"], found["image"]["height"]) == (600, 400)
    labels = [choice["label"]["value"] for choice in questions["HOME-02"]["choices"]]
    assert labels == [label[language] for label in FOUND["choices"]["3PT"].values()]


def test_the_pictures_address_opens_without_signing_in(councils, framework):
    url = asked(councils[1])["HOME-03"]["image"]["url"]
    path = "/" + url.split("/", 3)[3]
    assert client_of(None, councils[1]).get(path)["Content-Type"] == "image/webp"


def test_in_another_language_the_english_is_marked_as_such(councils, framework):
    found = asked(councils[0], "uk")["HOME-03"]
    assert found["text"] == {"value": QUESTIONS["HOME-03"]["text"]["en"], "isFallback": True}
    assert found["image"]["alternativeText"] == QUESTIONS["HOME-03"]["picture_text"]["en"]


def test_the_standard_questions_show_no_picture(councils, framework):
    plain = ask(None, councils[0], ASKED.replace(", variant: EASY_READ", ""), language="en")["data"]["questionnaire"]
    assert all(question["image"] is None for domain in plain["domains"] for question in domain["questions"])
