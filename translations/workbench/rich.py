"""Rich text in the workbench: written with its tags, and kept exactly as the editor of the forms would keep it."""

import re
from itertools import count

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html
from wagtail.rich_text import features as registered

from leavingwell.platform.problems import Problems, invalid
from leavingwell.translations.checks.markup import unreadable

KEY = re.compile(r'(?<!\s)\s*+data-block-key="([^"]*+)"')  # the spaces before it are read once
BETWEEN = re.compile(r"(</(?:p|h[1-6]|ul|ol|li)>|<(?:ul|ol)>)\s*+(?=<)")
BROKEN = _("The formatting is broken: close each tag that you open.")


def tidy(html: str, source: str = "") -> str:
    """Without anything that no editor would let through. Each block gets the key of its twin in the source.

    Raises INVALID for tags that do not fit together.
    """
    if any(unreadable(source, html)):
        raise invalid(BROKEN, "text")
    converter = ContentstateConverter(registered.get_default_features())
    try:
        made: str = converter.to_database_format(converter.from_database_format(html.replace("\n", " ").strip()))
    except (AssertionError, AttributeError, IndexError, KeyError, TypeError, ValueError) as broken:
        raise invalid(BROKEN, "text") from broken
    keys, numbers = iter(KEY.findall(source)), count(1)
    return KEY.sub(lambda _found: f' data-block-key="{next(keys, None) or f"more{next(numbers)}"}"', made)


def to_write(html: str) -> str:
    """For the field: one block a line, without keys."""
    return BETWEEN.sub(r"\1\n", KEY.sub("", html))


def shown(html: str) -> SafeString:
    """As readers see it; nothing where the formatting is broken."""
    try:
        return mark_safe(KEY.sub("", expand_db_html(tidy(html))))  # tidied
    except Problems:
        return SafeString("")
