"""The interface's drafts as they are shipped: nothing of the English is lost in them, and each says what it is."""

import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest

import leavingwell.themes.portal
from leavingwell.translations.languages import LANGUAGES, SOURCE

ROOT = Path(leavingwell.themes.portal.__file__).parents[2]
FOLDERS = ("themes/portal", "platform/documents", "translations")
WHOLE = ("ar", "cy", "fa", "pl", "ro", "sq", "uk", "vi")
IN_PARTS = ("am", "bn", "ckb", "pa", "ps", "so", "ti", "ur")  # what one needs to find the way
ARABIC_LETTER = re.compile(r"[\u0620-\u064a]")
IN_ARABIC_LETTERS = ("ar", "ckb", "fa", "ps", "ur")
MARK = "machine draft, not yet reviewed"
KEPT = re.compile(r"%\(\w+\)[sd]|%[sd]|%%|\{\w*\}|</?\w+[^>]*>")


def path_of(folder: str, language: str) -> Path:
    return ROOT / folder / "locale" / language / "LC_MESSAGES" / "django.po"


@cache
def entries(folder: str, language: str) -> dict[tuple[str | None, str], Any]:
    catalogue = polib.pofile(str(path_of(folder, language)))
    return {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}


def catalogues(language: str) -> list[str]:
    return [folder for folder in FOLDERS if path_of(folder, language).exists()]


def forms_of(entry: Any) -> list[str]:
    return [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)]


def said_in(entry: Any) -> set[str]:
    return {form for form in (entry.msgstr, *forms_of(entry)) if form}


def kept(text: str) -> Counter[str]:
    return Counter(KEPT.findall(text))


def lost(entry: Any) -> bool:
    """Of a plural, the last form has all of the English; the others may leave a number out ("one step")."""
    if not entry.msgid_plural:
        ends = [(text[:1].isspace(), text[-1:].isspace()) for text in (entry.msgid, entry.msgstr)]
        return kept(entry.msgstr) != kept(entry.msgid) or (ends[0] != ends[1] and entry.msgid != " and ")
    forms, allowed = forms_of(entry), kept(entry.msgid) | kept(entry.msgid_plural)
    return kept(forms[-1]) != kept(entry.msgid_plural) or any(kept(form) - allowed for form in forms)


def test_every_language_of_the_register_has_its_drafts() -> None:
    assert {*WHOLE, *IN_PARTS, SOURCE} == set(LANGUAGES)
    assert {path.parts[-3] for path in ROOT.glob("themes/portal/locale/*/LC_MESSAGES/django.po")} == {*WHOLE, *IN_PARTS}


@pytest.mark.parametrize("language", [*WHOLE, *IN_PARTS])
def test_no_draft_loses_a_placeholder_a_tag_or_a_form(language: str) -> None:
    for folder in catalogues(language):
        header = polib.pofile(str(path_of(folder, language))).metadata["Plural-Forms"]
        number = int(header.partition("nplurals=")[2][0])
        said = [entry for entry in entries(folder, language).values() if entry.translated()]
        assert said
        assert not [entry.msgid for entry in said if lost(entry)]
        assert not [entry.msgid for entry in said if entry.msgid_plural and len(forms_of(entry)) != number]
        assert not [entry.msgid for entry in entries(folder, language).values() if entry.fuzzy]


@pytest.mark.parametrize("language", [*WHOLE, *IN_PARTS])
def test_each_draft_says_that_it_is_one(language: str) -> None:
    for folder in catalogues(language):
        assert MARK in path_of(folder, language).read_text(encoding="utf-8").partition("\n")[0]
        said = entries(folder, language).values()
        assert not [entry.msgid for entry in said if entry.translated() and MARK not in entry.tcomment]
        assert not [entry.msgid for entry in said if not entry.translated() and MARK in entry.tcomment]


@pytest.mark.parametrize("language", sorted({*WHOLE, *IN_PARTS} - {"ar"}))
def test_no_language_says_the_words_of_the_arabic(language: str) -> None:
    """Which `make messages` takes the texts of translations/ from. Short ones may be the same where letters are."""
    for folder in catalogues(language):
        said, arabic = entries(folder, language), entries(folder, "ar")
        if language in IN_ARABIC_LETTERS:
            long = [key for key in said.keys() & arabic.keys() if len(key[1].split()) > 3]
            assert not [key for key in long if said_in(said[key]) & said_in(arabic[key])]
        else:
            assert not [key for key, entry in said.items() if ARABIC_LETTER.search("".join(said_in(entry)))]


@pytest.mark.parametrize("language", WHOLE)
def test_next_to_nothing_is_missing_from_the_whole_ones(language: str) -> None:
    """The Arabic has every text (`test_catalogue`). A few that the translators were unsure of are in English."""
    for folder in FOLDERS:
        texts = entries(folder, "ar").keys()
        missing = [key for key in texts if not (found := entries(folder, language).get(key)) or not found.translated()]
        assert len(missing) <= len(texts) // 20


@pytest.mark.parametrize("language", [*WHOLE, *IN_PARTS])
def test_the_compiled_catalogues_are_those_of_the_sources(language: str, tmp_path: Path) -> None:
    for folder in catalogues(language):
        source, fresh = path_of(folder, language), tmp_path / "django.mo"
        subprocess.run(["msgfmt", "--check-format", "-o", str(fresh), str(source)], check=True)
        assert fresh.read_bytes() == source.with_suffix(".mo").read_bytes()


def test_a_new_text_is_not_guessed_from_a_similar_one(tmp_path: Path) -> None:
    """What `make messages` does with a catalogue, as its command says."""
    from leavingwell.translations.management.commands.makemessages import Command

    catalogue, found = tmp_path / "django.po", tmp_path / "django.pot"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalogue.write_text(f'{head}# {MARK}\nmsgid "Send my answers"\nmsgstr "Anfon fy atebion"\n')
    found.write_text(f'{head}msgid "Send my answers"\nmsgstr ""\n\nmsgid "Send my answer"\nmsgstr ""\n')
    subprocess.run(["msgmerge", *Command.msgmerge_options, str(catalogue), str(found)], check=True)
    merged = {entry.msgid: entry for entry in polib.pofile(str(catalogue))}
    assert (merged["Send my answers"].msgstr, merged["Send my answers"].tcomment) == ("Anfon fy atebion", MARK)
    assert (merged["Send my answer"].msgstr, merged["Send my answer"].fuzzy) == ("", False)
