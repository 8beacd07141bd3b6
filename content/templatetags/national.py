"""A text in its own language, as words alone."""

from html import unescape

from django import template
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from leavingwell.translations.languages import Language

register = template.Library()


@register.simple_tag
def words_in(text: str, language: Language) -> SafeString:
    """Of rich text the words; nothing at all is said aloud."""
    if not text:
        return format_html('<span class="national-none">{}</span>', _("No text"))
    words = " ".join(unescape(strip_tags(text.replace("<", " <"))).split()) if "<" in text else text
    return format_html('<span lang="{}" dir="{}">{}</span>', language.code, language.direction, words)
