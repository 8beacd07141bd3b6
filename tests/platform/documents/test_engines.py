"""Which engine draws what, and what none may draw."""

from pathlib import Path

import pytest

from leavingwell.platform.documents.engines import weasyprint, xhtml2pdf
from leavingwell.platform.documents.engines.fitness import Fitness
from leavingwell.platform.documents.rendering import CannotDraw, engine_for, missing_letters
from leavingwell.themes.typefaces import FONTS
from leavingwell.translations.languages import LANGUAGES
from tests.platform.documents.rich_plan import OWN_WORDS

BY_DEFAULT = {"en", "cy", "vi", "sq", "pl", "uk", "ro", "so", "ti", "am", "ar", "ur"}


@pytest.fixture(autouse=True)
def both_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "is_installed", lambda: True)


@pytest.fixture
def default_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "is_installed", lambda: False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_default_engine_draws_the_languages_it_draws_right(language: str) -> None:
    expected = "xhtml2pdf" if language in BY_DEFAULT else "weasyprint"
    assert engine_for("Wren", language, accessible=False) == expected
    assert engine_for("Wren", language, accessible=True) == "weasyprint"


@pytest.mark.parametrize("language", OWN_WORDS)
def test_words_of_each_language_have_an_engine(language: str) -> None:
    text = " ".join(OWN_WORDS[language])
    assert missing_letters(text) == ""
    assert engine_for(text, language, accessible=False) in ("xhtml2pdf", "weasyprint")


@pytest.mark.parametrize(
    ("text", "fitness"),
    [
        ("Łódź, Tiếng Việt, Привіт, ትግርኛ, 5 £", Fitness.RIGHT),
        ("أريد غرفة دافئة؟ ٣", Fitness.RIGHT),
        ("میں ایک گرم کمرہ چاہتا ہوں۔ ٹھیک", Fitness.RIGHT),
        ("شكرًا جدّا", Fitness.NEARLY),  # vowel signs sit a little beside their letters
        ("n\u0308", Fitness.NEARLY),
        ("I ❤️ this 😀", Fitness.RIGHT),
        ("👩‍🎓", Fitness.NEARLY),
        ("🇬🇧", Fitness.NEARLY),
        ("ڕ", Fitness.WRONG),  # Sorani: does not join
        ("ښ", Fitness.WRONG),  # Pashto
        ("আমি", Fitness.WRONG),
        ("ਮੈਨੂੰ", Fitness.WRONG),
    ],
)
def test_what_the_default_engine_makes_of_letters(text: str, fitness: Fitness) -> None:
    assert xhtml2pdf.fitness(text, "en") is fitness


def test_other_scripts_in_an_english_plan_go_to_the_engine_that_shapes_them() -> None:
    assert engine_for("My friend বন্ধু", "en", accessible=False) == "weasyprint"
    assert engine_for("My aunt خالتي", "en", accessible=False) == "xhtml2pdf"
    assert engine_for("شكرًا", "ar", accessible=False) == "weasyprint"


def test_without_the_other_engine_what_is_readable_is_drawn_and_what_is_not_is_refused(default_alone: None) -> None:
    assert engine_for("شكرًا 👩‍🎓", "ar", accessible=False) == "xhtml2pdf"
    for text, language in (("আমি", "en"), ("Wren", "fa"), ("Wren", "bn"), ("ښ", "ar")):
        with pytest.raises(CannotDraw) as refused:
            engine_for(text, language, accessible=False)
        assert refused.value.code == "CANNOT_DRAW"
    with pytest.raises(CannotDraw) as refused:
        engine_for("Wren", "en", accessible=True)
    assert refused.value.code == "CANNOT_TAG"


@pytest.mark.parametrize("text", ["你好", "ไทย", "\ue000", "தமிழ்"])
def test_letters_that_no_font_holds_are_refused_and_never_left_out(text: str) -> None:
    with pytest.raises(CannotDraw) as refused:
        engine_for(f"Hello {text}", "en", accessible=False)
    assert refused.value.code == "LETTERS_MISSING"
    assert set(missing_letters(f"Hello {text}")) <= set(text)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x.png",
        "https://example.org/x.css",
        "file:///etc/passwd",
        f"{FONTS.as_uri()}/../models.py",
        f"{FONTS.as_uri()}/..%2fmodels.py",
        "file://elsewhere/etc/passwd",
        "ftp://example.org/",
    ],
)
def test_the_shaping_engine_may_read_nothing_but_our_fonts(url: str) -> None:
    with pytest.raises(ValueError, match="may not read"):
        weasyprint.refuse_all_but_fonts(url)


def test_it_may_read_our_fonts() -> None:
    weasyprint.refuse_all_but_fonts((FONTS / "NotoSans-Regular.ttf").as_uri())
    weasyprint.refuse_all_but_fonts("data:image/png;base64,AAAA")
    assert Path(FONTS / "NotoSans-Regular.ttf").exists()
