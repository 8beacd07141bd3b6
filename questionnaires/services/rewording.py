"""What the nation said when a council wrote its own words, and what it says now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import wrong_state
from leavingwell.questionnaires.models import Indicator, Wording
from leavingwell.questionnaires.services.arranging import NOTHING_NATIONAL, lock
from leavingwell.translations.localised import texts_of

PARTS = ("text", "help")
Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Drift:
    """One national text that has moved on since the council wrote its own."""

    part: str
    language: str
    before: str
    now: str


def texts_in(wording: Wording | None) -> dict[str, dict[str, str]]:
    """`{part: {language: text}}`, as `Wording.national_text` keeps it; empty where the nation has no such words."""
    return {part: dict(texts_of(wording, part)) for part in PARTS} if wording else {part: {} for part in PARTS}


def national_wording(own: Wording) -> Wording | None:
    return Wording.objects.filter(council=None, indicator=own.indicator_id, variant=own.variant).first()


def note_national_words(own: Wording) -> None:
    """Before a council's new words are saved: remembers what they stand in place of. Saves nothing."""
    own.national_text = texts_in(national_wording(own))


def drifts(own: Wording, national: Wording | None, languages: list[str]) -> Iterator[Drift]:
    """What the nation has changed since, in these languages. Nothing where nobody noted its words."""
    if own.national_text is None:
        return
    now: Texts = texts_in(national)
    for part in PARTS:
        for language in languages:
            before, after = own.national_text.get(part, {}).get(language, ""), now[part].get(language, "")
            if before != after:
                yield Drift(part, language, before, after)


@transaction.atomic
def keep_ours(indicator: Indicator, by: Person | None) -> None:
    """The council has seen what the nation says now, and keeps its own words, in every variant.

    Raises WRONG_STATE where it has none.
    """
    lock()
    mine = list(Wording.objects.filter(council__isnull=False, indicator=indicator))
    if indicator.council_id is not None or not mine:
        raise wrong_state(NOTHING_NATIONAL)
    for own in mine:
        note_national_words(own)
        own.save(update_fields=["national_text"])
    record("question.national_words_seen", indicator, by=by)
