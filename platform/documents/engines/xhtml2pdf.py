"""The default engine: pure Python, for the languages whose letters it draws right. Its PDFs are not tagged."""

import logging
import unicodedata
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import arabic_reshaper
from arabic_reshaper.letters import LETTERS_ARABIC
from django.template.loader import render_to_string
from reportlab import rl_config
from xhtml2pdf import pisa
from xhtml2pdf.config.resources import ResourceAccessPolicy

from leavingwell.platform.documents.engines.faces import font_rules
from leavingwell.platform.documents.engines.finishing import finished
from leavingwell.platform.documents.engines.fitness import Fitness
from leavingwell.platform.documents.engines.plain_letters import with_plain_letters
from leavingwell.platform.documents.engines.xhtml2pdf_markup import adapt
from leavingwell.platform.documents.languages_in_text import script
from leavingwell.platform.documents.markup import add_style, write
from leavingwell.themes.typefaces import FONTS

LANGUAGES = frozenset({"en", "cy", "vi", "sq", "pl", "uk", "ro", "so", "ti", "am", "ar", "ur"})
SIMPLE_SCRIPTS = {None, "Latn", "Cyrl", "Grek", "Ethi"}  # one letter after the other, nothing joins
JOINER = "\u200d"
FLAGS, SKIN_TONES, TAGS = ("\U0001f1e6", "\U0001f1ff"), ("\U0001f3fb", "\U0001f3ff"), ("\U000e0020", "\U000e007f")

rl_config.invariant = 1  # the same input gives the same bytes
arabic_reshaper.default_reshaper.configuration["delete_harakat"] = "no"  # vowel signs are part of somebody's words
logging.getLogger("xhtml2pdf").setLevel(logging.CRITICAL)  # its warnings quote the document


def fitness_of_letter(letter: str) -> Fitness:
    if unicodedata.category(letter) in ("Mn", "Me", "Mc") or is_part_of_emoji(letter):
        return Fitness.NEARLY if script(letter) in {*SIMPLE_SCRIPTS, "Arab"} else Fitness.WRONG
    code = script(letter)
    if code in SIMPLE_SCRIPTS:
        return Fitness.RIGHT
    joins = code == "Arab" and (letter in LETTERS_ARABIC or not unicodedata.category(letter).startswith("L"))
    return Fitness.RIGHT if joins else Fitness.WRONG


def is_part_of_emoji(letter: str) -> bool:
    """What several characters make one picture with: they are drawn one beside the other."""
    return letter == JOINER or any(first <= letter <= last for first, last in (FLAGS, SKIN_TONES, TAGS))


def fitness(text: str, language: str) -> Fitness:
    if language not in LANGUAGES:
        return Fitness.WRONG
    found = {fitness_of_letter(letter) for letter in set(text) - {"\ufe0e", "\ufe0f"}}
    return next((one for one in (Fitness.WRONG, Fitness.NEARLY) if one in found), Fitness.RIGHT)


def address(file: Path) -> str:
    return file.relative_to(FONTS).as_posix()


def draw(root: Element, *, title: str) -> bytes:
    """Raises `RuntimeError` when the engine gave up on a part, rather than keep a plan with something missing."""
    add_style(root, font_rules(root, address))
    add_style(root, render_to_string("documents/pages_xhtml2pdf.css"))
    adapt(root)
    written = BytesIO()
    policy = ResourceAccessPolicy.server(FONTS, allow_remote=False)
    status = pisa.CreatePDF(write(root), dest=written, path=str(FONTS / "document.html"), resource_policy=policy)
    if status.err:
        raise RuntimeError("xhtml2pdf left something out")
    return finished(with_plain_letters(written.getvalue()), title)
