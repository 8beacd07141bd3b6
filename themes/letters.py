"""E-mails in the council's look. The text is the letter; the HTML beside it says the same, word for word.

It holds no picture: one from afar would tell the sender when it was opened, and many programs show none.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.themes.curated import CURATED
from leavingwell.themes.models import Theme
from leavingwell.themes.shapes import CORNERS_ON_PAPER, ON_PAPER
from leavingwell.themes.tokens import own_theme

ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")
CODE = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{2,14})[A-Z0-9]")
STEP = re.compile(r"^(\d+)\. ")


@dataclass(frozen=True)
class Part:
    """`kind` is p, code or steps."""

    kind: str
    lines: list[SafeString]


def with_links(line: str, colour: str) -> SafeString:
    """Escaped, each address in it a link."""
    done, parts = 0, []
    for found in ADDRESS.finditer(line):
        address = escape(found.group())
        parts += [
            escape(line[done : found.start()]),
            f'<a href="{address}" class="link" style="color: {colour}">{address}</a>',
        ]
        done = found.end()
    return SafeString("".join([*parts, escape(line[done:])]))


def part(paragraph: str, link: str) -> Part:
    lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
    if len(lines) == 1 and CODE.fullmatch(lines[0]):
        return Part("code", [with_links(lines[0], link)])
    if all(STEP.match(line) for line in lines):
        return Part("steps", [with_links(STEP.sub("", line), link) for line in lines])
    return Part("p", [with_links(line, link) for line in lines])


def parts_of(text: str, link: str) -> list[Part]:
    return [part(paragraph, link) for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


def letterhead(theme: Theme | None) -> dict[str, Any]:
    """Colours by day and by night, corners and letters, for programs that know no custom properties."""
    look = theme or Theme()
    colours = look.complete_colours
    names = [f"'{look.body_font}'", "'Noto Sans'", "Arial", CURATED[look.body_font].generic]
    heads = [f"'{look.heading_font}'", *names]
    corner = {**ON_PAPER[look.shape], **CORNERS_ON_PAPER[look.corners]}["corner"]
    fonts = {"text": ", ".join(names), "head": ", ".join(heads)}
    return {"day": by_name(colours["light"]), "night": by_name(colours["dark"]), "fonts": fonts, "corner": corner}


def by_name(colours: dict[str, str]) -> dict[str, str]:
    return {role.replace("-", "_"): colour for role, colour in colours.items()}


def as_html(text: str, *, council_name: str, theme: Theme | None, subject: str = "") -> str:
    """A whole page that says what the text says, in the language that is active."""
    head = letterhead(theme)
    context = {
        **head,
        "parts": parts_of(text, head["day"]["link"]),
        "council_name": council_name,
        "subject": subject,
        "language": get_language() or "en",
        "direction": "rtl" if get_language_bidi() else "ltr",
    }
    return render_to_string("themes/letter.html", context)


def send_letter(subject: str, text: str, to: str, council: Council) -> None:
    """In the language that is active. Opens the council's scope itself: letters leave when all else is done."""
    with scope(council):
        html = as_html(text, council_name=council.name, theme=own_theme(), subject=subject)
    message = EmailMultiAlternatives(subject, text, None, [to])
    message.attach_alternative(html, "text/html")
    message.send()
