"""Checks that the plan's services share."""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.problems import Message, invalid, not_found, refuse, stale
from leavingwell.platform.problems import ProblemCode as Code
from leavingwell.questionnaires.models import Domain

YEARS_BACK, YEARS_AHEAD = 1, 10


def checked_text(text: str, field: str, *, longest: int, empty: Message | None = None) -> str:
    """The text without outer spaces. Raises INVALID with the message `empty` when there is none, else TOO_LARGE."""
    text = text.strip()
    if empty and not text:
        raise invalid(empty, field)
    if len(text) > longest:
        raise refuse(Code.TOO_LARGE, _("Please keep this to %d characters.") % longest, field)
    return text


def planned_day(day: date | None, field: str, before: date | None = None) -> date | None:
    """A day by which something is wanted. Raises INVALID for a new one in a year that nobody means."""
    this_year = timezone.localdate().year
    if day is not None and day != before and not this_year - YEARS_BACK <= day.year <= this_year + YEARS_AHEAD:
        raise invalid(_("Please check the year."), field)
    return day


def check_version(version: int, expected: int | None, theirs: Mapping[str, object] | None = None) -> None:
    """Raises STALE_VERSION when somebody else has changed the row since; None expects nothing.

    `theirs` maps the input fields that differ to what stands there now, so that both texts can be shown.
    """
    if expected is not None and expected != version:
        raise stale(theirs)


def differing(sent: Mapping[str, object], now: Mapping[str, object]) -> dict[str, object]:
    """What stands now in the fields that were sent with something else; what was not sent (None) is left out."""
    return {name: now[name] for name, value in sent.items() if value is not None and value != now[name]}


def domain_of(code: str, field: str = "domain") -> Domain | None:
    """The domain of a code, None for none. Raises NOT_FOUND for an unknown one."""
    if not code:
        return None
    domain = Domain.objects.filter(code=code).first()
    if domain is None:
        raise not_found(field)
    return domain
