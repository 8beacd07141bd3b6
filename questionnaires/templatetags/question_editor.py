"""Addresses and names on the editor's screen."""

from django.template import Library
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from leavingwell.questionnaires.admin.editor.rows import Row, Side
from leavingwell.questionnaires.models import Wording
from leavingwell.questionnaires.services.rewording import Drift
from leavingwell.questionnaires.templatetags.question_changes import PARTS
from leavingwell.translations.languages import language_of
from leavingwell.translations.localised import texts_of

register = Library()
WORDINGS = "wagtailsnippets_questionnaires_wording"


def coming_back(address: str, here: str, row: Row, **more: str) -> str:
    return f"{address}?{urlencode({**more, 'next': f'{here}#{row.code}'})}"


@register.simple_tag
def writing_address(row: Row, side: Side, here: str, in_council: bool) -> str:
    """Where the words of a variant are written: one's own row, or the national one to put it in place of."""
    if side.shown is None:
        return adding_address(row, side.variant, here)
    view = "edit" if side.own or not in_council else "reword"
    return coming_back(reverse(f"{WORDINGS}:{view}", args=[side.shown.pk]), here, row)


@register.simple_tag
def adding_address(row: Row, variant: str, here: str) -> str:
    return coming_back(reverse(f"{WORDINGS}:add"), here, row, indicator=str(row.indicator.pk), variant=variant)


@register.filter
def has_variant(row: Row, variant: str) -> bool:
    return any(side.variant == variant and side.shown for side in row.sides)


@register.simple_tag
def languages_of(wording: Wording, chosen: list[str]) -> str:
    """The English names of the languages, other than English, in which there is a text."""
    there = [code for code, _text in texts_of(wording, "text") if code in chosen and code != "en"]
    return ", ".join(language_of(code).english_name for code in there)


@register.simple_tag
def in_language(text: str, code: str) -> SafeString:
    language = language_of(code)
    return format_html('<span lang="{}" dir="{}">{}</span>', language.code, language.direction, text)


@register.filter
def part_name(drift: Drift) -> str:
    return f"{PARTS[drift.part]} ({language_of(drift.language).english_name})"
