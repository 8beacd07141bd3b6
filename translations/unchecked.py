"""Whether a machine's words are shown in a language that nobody has checked: people are told so where they read them.

`kept`: a warm request asks nobody.
"""

from collections.abc import Sequence
from pathlib import Path

from django.db.models import Exists, OuterRef

from leavingwell.platform.councils import scope
from leavingwell.translations.kept import Place, kept
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.models.choices import Area, Origin

DRAFTED = frozenset(folder.name for folder in (Path(__file__).parent / "locale").iterdir() if folder.is_dir())


def has_machine_drafts(language: str) -> bool:
    """In the scope that is open; never of English. Until each of them is approved there, or other words are shown."""
    whose = scope.current()
    if whose is None or language == SOURCE:
        return False
    place = whose, language
    return kept.found("unchecked", [place], load).get(place, language in DRAFTED)


def load(places: Sequence[Place]) -> dict[Place, bool]:
    return {(whose, language): are_shown(whose, language) for whose, language in places}


def are_shown(whose: int, language: str) -> bool:
    """At most two queries. Before anything is collected, what came with the platform is what there is."""
    from leavingwell.translations.models import Translation

    nations = Translation.objects.filter(council=None, language=language, unit__gone=False).exclude(applied_hash="")
    own = Translation.objects.filter(council=whose, language=language, unit=OuterRef("unit")).exclude(applied_hash="")
    if nations.filter(~Exists(own), origin=Origin.SHIPPED, reviewed_at=None).exists():
        return True
    return language in DRAFTED and not nations.filter(unit__area=Area.PORTAL).exists()
