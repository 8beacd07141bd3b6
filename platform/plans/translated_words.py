"""The translations of somebody's words, as they stand beside them."""

from typing import Any

from leavingwell.platform.plans.marked_words import fingerprint
from leavingwell.platform.plans.models import Comment, Goal, WordsTranslation
from leavingwell.questionnaires.models import CheckIn

FIELDS: dict[type[Any], tuple[str, str]] = {  # how a translation names it, and where its words are
    Comment: ("comment", "body"),
    Goal: ("goal", "words"),
    CheckIn: ("check_in", "note"),
}


def words_of(row: Any) -> str:
    return str(getattr(row, FIELDS[type(row)][1]))


def translations_of(row: Any) -> list[WordsTranslation]:
    """Of the words as they stand now, the latest of each language. Needs `translations` fetched to cost nothing."""
    now = fingerprint(words_of(row))
    rows = sorted(row.translations.all(), key=lambda one: (one.at, one.pk))
    return list({one.language: one for one in rows if one.sha256 == now}.values())
