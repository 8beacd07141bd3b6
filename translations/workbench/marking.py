"""The English of a text as translators see it: glossary words and placeholders marked, and what has changed in it."""

import re
from collections.abc import Iterable
from html import unescape

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from rapidfuzz.distance import Indel

from leavingwell.translations.checks.markup import CLOSED_TAG
from leavingwell.translations.checks.placeholders import PLACEHOLDER
from leavingwell.translations.workbench.terms import Term

TAG = re.compile(r"(<[^>]*>)")
TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
COMPARED = 4000  # words and signs: two longer texts stand below each other whole


def marked(text: str, terms: Iterable[Term]) -> SafeString:
    """Plain words, made safe, with their marks."""
    known = {f"t{number}": term for number, term in enumerate(terms)}
    parts = [f"(?P<placeholder>{PLACEHOLDER.pattern})", *(f"(?P<{name}>{one.pattern})" for name, one in known.items())]
    pattern, made, end = re.compile("|".join(parts), re.IGNORECASE), [], 0
    for found in pattern.finditer(text):
        made += [escape(text[end : found.start()]), mark(found, known)]
        end = found.end()
    return mark_safe("".join([*made, escape(text[end:])]))  # each piece was made safe


def mark(found: re.Match[str], known: dict[str, Term]) -> SafeString:
    if found.lastgroup == "placeholder" or found.lastgroup not in known:
        return format_html('<code class="bench-place">{}</code>', found.group())
    term = known[found.lastgroup]
    return format_html('<mark class="bench-term" title="{}">{}</mark>', term.say, found.group())


def marked_rich(html: str, terms: Iterable[Term]) -> SafeString:
    """Rich text that has been made safe before (`rich.shown`): only its words are marked."""
    chosen = list(terms)
    parts = [part if part.startswith("<") else marked(unescape(part), chosen) for part in TAG.split(html)]
    return mark_safe("".join(parts))


def bare(text: str) -> str:
    """The words alone. Unlike Django's filter it takes any text in, and its time."""
    return " ".join(unescape(CLOSED_TAG.sub(" ", text)).split()) if "<" in text or "&" in text else text


def difference(before: str, now: str) -> SafeString:
    """What is gone and what is new, word by word."""
    old, new = TOKEN.findall(bare(before)), TOKEN.findall(bare(now))
    if len(old) + len(new) > COMPARED:
        return format_html("<del>{}</del><br><ins>{}</ins>", "".join(old), "".join(new))
    pieces, before_it, now_it = [], 0, 0
    for same in Indel.opcodes(old, new).as_matching_blocks():  # quick whatever the words are; the last one is empty
        end = same.b + same.size
        pieces += [("del", old[before_it : same.a]), ("ins", new[now_it : same.b]), ("", new[same.b : end])]
        before_it, now_it = same.a + same.size, end
    return format_html_join("", "{}", ((tagged(tag, "".join(words)),) for tag, words in pieces if words))


def tagged(tag: str, words: str) -> SafeString:
    if tag == "del":
        return format_html("<del>{}</del>", words)
    return format_html("<ins>{}</ins>", words) if tag == "ins" else format_html("{}", words)
