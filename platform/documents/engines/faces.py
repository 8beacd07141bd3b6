"""The style rules that name our fonts."""

from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from leavingwell.platform.documents.markup import text_of
from leavingwell.themes.typefaces import SYMBOLS, Typeface, typefaces_for, typefaces_in
from leavingwell.translations.languages import LANGUAGES, SOURCE

Address = Callable[[Path], str]


def face(typeface: Typeface, weight: str, file: Path, address: Address) -> str:
    return f"@font-face {{ font-family: '{typeface.family}'; font-weight: {weight}; src: url('{address(file)}') }}"


def families(typefaces: Iterable[Typeface]) -> str:
    return ", ".join(f"'{typeface.family}'" for typeface in typefaces)


def font_rules(root: Element, address: Address) -> str:
    """Rules for the files that a document needs; `address` makes the URL of a file.

    Each letter is drawn by the first family that holds it: that of the language it is marked with, then the others.
    """
    text, page = text_of(root), page_language(root)
    needed = typefaces_in(text, page)
    rules = [face(one, "normal", one.regular, address) for one in needed]
    rules += [face(one, "bold", one.bold, address) for one in needed]
    rules.append(f"body, #page-head, #page-foot {{ font-family: {families(needed)} }}")
    for language in sorted({element.get("lang", page) for element in root.iter()} & LANGUAGES.keys()):
        own = families(one for one in typefaces_for(language) if one in needed)
        rules.append(f'[lang="{language}"] {{ font-family: {own} }}')
    if symbols := families(one for one in needed if one in SYMBOLS):
        rules.append(f".symbol {{ font-family: {symbols} }}")
    return "\n".join(rules)


def page_language(root: Element) -> str:
    body = root.find("body")
    return (body.get("lang") if body is not None else None) or root.get("lang") or SOURCE
