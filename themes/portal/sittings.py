"""How questions are asked in one sitting: in which words, in which language, with an interpreter or not.

Chosen once by whoever answers, and kept in the session for this young person.
"""

from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest

from leavingwell.themes.portal.api import ask
from leavingwell.themes.portal.handing_over import their_language
from leavingwell.themes.portal.languages import asked_language
from leavingwell.themes.portal.shell import shell
from leavingwell.themes.portal.whose import Whose

KEY = "portal_sittings"
MOST = 20  # young people whose sittings one session remembers
STANDARD, EASY_READ, SPOKEN = "STANDARD", "EASY_READ", "SPOKEN"


@dataclass(frozen=True)
class Sitting:
    language: str
    variant: str = STANDARD
    with_interpreter: bool = False


def languages(request: HttpRequest) -> list[dict[str, Any]]:
    """In which the council asks."""
    found: list[dict[str, Any]] = shell(request)["council"]["languages"]
    return found


def variants_for(place: Whose) -> tuple[str, ...]:
    return (STANDARD, EASY_READ) if place.own else (STANDARD, EASY_READ, SPOKEN)


def language_or_own(request: HttpRequest, asked: str) -> str:
    return asked if asked in {one["code"] for one in languages(request)} else asked_language(request)


def made(request: HttpRequest, place: Whose, found: dict[str, Any]) -> Sitting:
    """A sitting of what was kept or sent: what is not to be had becomes what is."""
    variant = found.get("variant")
    asked_in_own = place.own or their_language(request) is not None
    language = "" if asked_in_own else str(found.get("language") or "")
    return Sitting(
        language=language_or_own(request, language),
        variant=variant if variant in variants_for(place) else STANDARD,
        with_interpreter=bool(found.get("with_interpreter")) and not place.own,
    )


def sitting_of(request: HttpRequest, place: Whose) -> Sitting:
    """As it was chosen; at first the words that suit how the young person reads, in the reader's language."""
    kept = request.session.get(KEY, {}).get(place.young_person)
    return made(request, place, {"variant": usual_variant(request, place)} if kept is None else kept)


def usual_variant(request: HttpRequest, place: Whose) -> str:
    """Easy read comes with pictures and can be listened to; a worker reads out to somebody who would rather listen."""
    reading = reading_of(request, place)
    if reading == "LISTENING" and not place.own:
        return SPOKEN
    return EASY_READ if reading in ("PICTURES", "LISTENING") else STANDARD


def reading_of(request: HttpRequest, place: Whose) -> str | None:
    """As they, or their workers for them, have said in the details."""
    if place.own:
        own = shell(request)["viewer"]["youngPerson"]
        return own["reading"] if own else None
    young_person = ask(request, "reading", youngPerson=place.young_person)["youngPerson"]
    return young_person["reading"] if young_person else None


def shown_in(request: HttpRequest, place: Whose) -> Sitting:
    """As the form that came in was shown: another window may have chosen otherwise since."""
    kept = sitting_of(request, place)
    language = language_or_own(request, request.POST.get("language", kept.language))
    variant = request.POST.get("variant", kept.variant)
    return Sitting(language, variant if variant in variants_for(place) else kept.variant, kept.with_interpreter)


def remember(request: HttpRequest, place: Whose, chosen: dict[str, Any]) -> None:
    sittings = request.session.get(KEY, {})
    new = asdict(made(request, place, chosen))
    if their_language(request):  # the worker's own choice holds again once they have the screen back
        new["language"] = sittings.get(place.young_person, {}).get("language", "")
    request.session[KEY] = dict(list({**sittings, place.young_person: new}.items())[-MOST:])
