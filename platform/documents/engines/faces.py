"""The style rules that name our fonts."""

from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from leavingwell.platform.documents.markup import text_of
from leavingwell.themes.curated import CURATED
from leavingwell.themes.typefaces import LATIN, SYMBOLS, Typeface, letters_of, typefaces_for, typefaces_in
from leavingwell.translations.languages import LANGUAGES, SOURCE

Address = Callable[[Path], str]
HEADINGS = {"h1", "h2", "h3"}


def face(typeface: Typeface, weight: str, file: Path, address: Address) -> str:
    return f"@font-face {{ font-family: '{typeface.family}'; font-weight: {weight}; src: url('{address(file)}') }}"


def families(typefaces: Iterable[Typeface]) -> str:
    return ", ".join(f"'{typeface.family}'" for typeface in typefaces)


def chosen(root: Element, use: str, needed: list[Typeface], text: str) -> Typeface:
    """The council's typeface for `text` or `head`; ours where it lacks a letter, so that no word is drawn with two."""
    names = (one.get("content", "") for one in root.iter("meta") if one.get("name") == f"{use}-font")
    found = next((CURATED[name].typeface for name in names if name in CURATED), LATIN)
    others = frozenset().union(*(letters_of(one) for one in needed if one != LATIN))
    ours = {letter for letter in set(map(ord, text)) - others if letter in letters_of(LATIN)}
    return found if ours <= letters_of(found) else LATIN


def in_place_of_ours(own: Typeface, typefaces: Iterable[Typeface]) -> list[Typeface]:
    return [own if one == LATIN else one for one in typefaces]


def mark_headings(root: Element) -> None:
    """Gives each part of a heading that says its language a class: the default engine reads no selector for that."""
    for heading in root.iter():
        if heading.tag in HEADINGS or "whose" in heading.get("class", "").split():
            for part in heading.iter():
                if language := part.get("lang"):
                    part.set("class", f"{part.get('class', '')} head-{language}".strip())


def font_rules(root: Element, address: Address) -> str:
    """Rules for the files that a document needs; `address` makes the URL of a file.

    Each letter is drawn by the first family that holds it: that of the language it is marked with, then the others.
    """
    text, page = text_of(root), page_language(root)
    needed = typefaces_in(text, page)
    body, head = (chosen(root, use, needed, text) for use in ("text", "head"))
    files = dict.fromkeys([*in_place_of_ours(body, needed), head])
    rules = [face(one, "normal", one.regular, address) for one in files]
    rules += [face(one, "bold", one.bold, address) for one in files]
    rules.append(f"body, #page-head, #page-foot {{ font-family: {families(in_place_of_ours(body, needed))} }}")
    rules.append(f"h1, h2, h3, .whose {{ font-family: {families(in_place_of_ours(head, needed))} }}")
    mark_headings(root)
    for language in sorted({element.get("lang", page) for element in root.iter()} & LANGUAGES.keys()):
        own = [one for one in typefaces_for(language) if one in needed]
        rules.append(f'[lang="{language}"] {{ font-family: {families(in_place_of_ours(body, own))} }}')
        rules.append(f".head-{language} {{ font-family: {families(in_place_of_ours(head, own))} }}")
    if symbols := families(one for one in needed if one in SYMBOLS):
        rules.append(f".symbol {{ font-family: {symbols} }}")
    return "\n".join(rules)


def page_language(root: Element) -> str:
    body = root.find("body")
    return (body.get("lang") if body is not None else None) or root.get("lang") or SOURCE
