"""Saying in words what becomes of the answers to a question."""

from django.template import Library
from django.utils.translation import gettext as _

from leavingwell.questionnaires.moving import Move
from leavingwell.questionnaires.services.moving import Touched
from leavingwell.questionnaires.survey_checks import SMALLEST_GROUP

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
    """What a move would touch. Editors are no case team: small numbers are hidden from them."""
    if not touched.ever:
        return _("Nobody has answered it.")
    if touched.ever < SMALLEST_GROUP:
        return _("Fewer than %d answers.") % SMALLEST_GROUP
    if min(touched.latest, touched.ever - touched.latest) in range(1, SMALLEST_GROUP):
        return _("%d answers.") % touched.ever
    return _("%(ever)d answers, %(latest)d of them current.") % {"ever": touched.ever, "latest": touched.latest}
