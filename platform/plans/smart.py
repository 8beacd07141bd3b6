"""Hints that make something to do clearer: who, what, by when, and how one knows that it is done.

They help and never block: whatever somebody wrote is kept as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.plans.doing_words import DOING_WORDS
from leavingwell.platform.plans.models import Action
from leavingwell.platform.problems import Message

FAR_AWAY = timedelta(days=366)
FIRST_WORDS = 4  # among which a doing word is looked for
WITHOUT_SPACES = frozenset({"zh", "ja", "th", "my", "km", "lo", "yue"})
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class HintCode(Enum):
    SHORT_TITLE = "SHORT_TITLE"
    NO_DOING_WORD = "NO_DOING_WORD"
    NO_OWNER = "NO_OWNER"
    NO_DUE_DATE = "NO_DUE_DATE"
    DUE_IN_THE_PAST = "DUE_IN_THE_PAST"
    DUE_FAR_AWAY = "DUE_FAR_AWAY"
    NO_MEASURE = "NO_MEASURE"


HINTS: dict[HintCode, Message] = {
    HintCode.SHORT_TITLE: _("A few more words would help. What is the first thing to do?"),
    HintCode.NO_DOING_WORD: _("Try to start with a doing word, such as call, visit, buy or ask."),
    HintCode.NO_OWNER: _("Say who will do it, so that it does not get lost."),
    HintCode.NO_DUE_DATE: _("A day helps. You can change it at any time."),
    HintCode.DUE_IN_THE_PAST: _("That day has passed. Would another day be better?"),
    HintCode.DUE_FAR_AWAY: _("That is a long time away. Is there a smaller step that can come first?"),
    HintCode.NO_MEASURE: _("How will you both know that it is done?"),
}


@dataclass(frozen=True)
class Sketch:
    """Something to do as it is being written. `language` is a code; an unknown one is treated as other languages."""

    title: str
    language: str
    has_owner: bool
    due_on: date | None
    measure: str


def title_hint(title: str, language: str) -> HintCode | None:
    """Counting words works where a language puts spaces between them, doing words are known for English."""
    main = language.split("-")[0]
    words = [word.casefold() for word in WORD.findall(title)]
    if main in WITHOUT_SPACES:
        return HintCode.SHORT_TITLE if len(title.strip()) < 2 else None
    if len(words) < 2:
        return HintCode.SHORT_TITLE
    if main == "en" and not DOING_WORDS & set(words[:FIRST_WORDS]):
        return HintCode.NO_DOING_WORD
    return None


def due_hint(due_on: date | None) -> HintCode | None:
    today = timezone.localdate()
    if due_on is None:
        return HintCode.NO_DUE_DATE
    if due_on < today:
        return HintCode.DUE_IN_THE_PAST
    return HintCode.DUE_FAR_AWAY if due_on > today + FAR_AWAY else None


def hints_for(sketch: Sketch) -> list[HintCode]:
    """In the order of a form: what, who, by when, and the measure."""
    return list(found(sketch))


def found(sketch: Sketch) -> Iterator[HintCode]:
    if title := title_hint(sketch.title, sketch.language):
        yield title
    if not sketch.has_owner:
        yield HintCode.NO_OWNER
    if due := due_hint(sketch.due_on):
        yield due
    if not sketch.measure.strip():
        yield HintCode.NO_MEASURE


def hints_of(action: Action) -> list[HintCode]:
    """None for what is done, dropped or only asked for."""
    if action.status not in (Action.Status.OPEN, Action.Status.STUCK):
        return []
    has_owner = bool(action.owners.all())
    return hints_for(Sketch(action.title, action.language, has_owner, action.due_on, action.measure))
