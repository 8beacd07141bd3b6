from typing import Any

from django import template
from django.utils.translation import gettext as _

from leavingwell.translations.languages import Language, language_of
from leavingwell.translations.registry import Words
from leavingwell.translations.runs import Run

register = template.Library()
SHOWN = 400  # characters of one text


@register.filter
def as_language(code: str) -> Language:
    return language_of(code)


@register.filter
def as_text(words: Words) -> str:
    """With its tags, as a file carries it; the forms of a plural one below the other."""
    text = "\n".join(words) if isinstance(words, list) else words
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


@register.filter
def counted(run: Run) -> list[tuple[Any, int]]:
    """What was done, in words, with how many."""
    labels = {
        "new": _("new"),
        "changed": _("changed"),
        "confirmed": _("confirmed"),
        "stale": _("brought in, to be looked at: the English has changed"),
        "conflict": _("left out: somebody wrote something else here meanwhile"),
        "gone": _("left out: used no more"),
        "same": _("the same as before"),
        "filled": _("drafts were written"),
        "left": _("texts stay without a draft"),
    }
    return [(label, run.counts[name]) for name, label in labels.items() if run.counts.get(name)]
