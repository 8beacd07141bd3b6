"""What translators say of the words that are shown: reviewed, a machine's draft, or made from an English since changed.

Found by the words themselves and their English, so that it holds of published copies too: what nobody has said of these
very words is not said. `kept`: a warm request asks nobody.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, Q

from leavingwell.platform.councils import scope
from leavingwell.translations.kept import Place, changed, kept
from leavingwell.translations.models.choices import Status
from leavingwell.translations.registry import hash_of

SAID = (Status.REVIEWED, Status.STALE, Status.MACHINE_DRAFT)  # the worst last: it is what two places agree on
Standings = Mapping[tuple[str, str], str]  # (hash of the English, hash of the words) -> status


def standing_of(source: str, words: str, language: str) -> str | None:
    """The status of `words` as the translation of `source`; None where translators say nothing more than that."""
    found = standings(language)
    return found.get((hash_of(source), hash_of(words))) if found else None


def standings(language: str) -> Standings:
    """Those of the scope that is open."""
    whose = scope.current()
    if whose is None:
        return {}
    place = whose, language
    return kept.found("standings", [place], load).get(place, {})


def load(places: Sequence[Place]) -> dict[Place, Standings]:
    """Of one place. One query."""
    from leavingwell.translations.models import Translation

    ((whose, language),) = places
    council = Q(council=None) if whose == scope.NATIONAL else Q(council=None) | Q(council=whose)
    is_shown = Q(status=Status.STALE) | Q(text=F("applied_text"))
    rows = Translation.objects.filter(council, is_shown, language=language, status__in=SAID, unit__gone=False)
    found = rows.exclude(applied_hash="").values_list("unit__source_hash", "applied_hash", "status")
    made: dict[tuple[str, str], str] = {}
    for source, words, status in sorted(found, key=lambda row: SAID.index(Status(row[2]))):
        made[source, words] = str(status)
    return {(whose, language): made}


def forget(sender: Any, **kwargs: Any) -> None:
    changed()
