"""Saying in words what becomes of the answers to a question."""

from django.template import Library
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leavingwell.questionnaires.moving import Move
from leavingwell.questionnaires.services.moving import Touched

register = Library()


@register.filter
def move_words(move: Move) -> str:
    told = {"question": move["from"], "others": ", ".join(move["to"])}
    if not move["to"]:
        return _("%(question)s: its answers stay in the past.") % told
    words = _("%(question)s: its answers count as answers to %(others)s.") % told
    choices = move.get("choices") or {}
    becomes = [f"{choice} → {new}" if new else _("%s: cannot be told") % choice for choice, new in choices.items()]
    return f"{words} ({'; '.join(becomes)})" if becomes else words


@register.filter
def touched_words(touched: Touched) -> str:
    """What a move would touch."""
    ever, latest = touched.ever, touched.latest
    if not ever:
        return _("Nobody has answered it.")
    words = ngettext(
        "%(ever)d answer, %(latest)d of it current.", "%(ever)d answers, %(latest)d of them current.", ever
    )
    return words % {"ever": ever, "latest": latest}
