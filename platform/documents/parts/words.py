"""Texts with the language and direction that they are in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from leavingwell.platform.documents.languages_in_text import language_of_text
from leavingwell.platform.plans.models import Comment
from leavingwell.questionnaires.models import Domain
from leavingwell.translations.languages import Direction, language_of
from leavingwell.translations.localised import LocalizedText, localised

SHORT = 900  # what may stand whole on one page, by `weight`
LINE = 60
Languages = Sequence[str]  # to try in turn: the document's, the council's, English


def weight(*texts: str) -> int:
    """How much room texts take: their characters, an empty rest of a line counting as a full one."""
    return sum(len(text) + LINE * text.count("\n") for text in texts)


@dataclass(frozen=True)
class Words:
    """Somebody's words exactly as they wrote them."""

    text: str
    language: str
    direction: Direction

    @property
    def is_short(self) -> bool:
        return weight(self.text) < SHORT


@dataclass(frozen=True)
class Signed:
    """Words with who wrote them and when; `about` is the title of an area, where they are about one."""

    words: Words
    by: str
    on: date
    about: LocalizedText | None = None


def words(text: str, said: str) -> Words:
    """`said` is the language they are kept under; a text in another script is not in that language."""
    language = language_of_text(text, said)
    return Words(text, language, language_of(language).direction)


def signed(comment: Comment, about: LocalizedText | None = None) -> Signed:
    on = timezone.localdate(comment.written_at)
    return Signed(words(comment.body, comment.language), comment.author.name, on, about)


def title_of(domain: Domain | None, languages: Languages) -> LocalizedText | None:
    return localised(domain, "title", languages) if domain else None
