"""Why a whole file cannot be read, in words, with the line where there is one."""

from django.utils.translation import gettext as _

from leavingwell.platform.problems import ProblemCode, Problems, invalid, refuse

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE  # ten thousand texts with long notes are about a third of it
MOST_LINES = 30_000


def at_line(number: int, why: str) -> str:
    return _("Line %(number)d: %(why)s") % {"number": number, "why": why}


def too_large() -> Problems:
    told = _("This file is larger than %d MB. Export fewer texts at a time.") % (LARGEST // MEGABYTE)
    return refuse(ProblemCode.TOO_LARGE, told)


def too_many() -> Problems:
    return refuse(ProblemCode.TOO_LARGE, _("There is too much in this file. Export fewer texts at a time."))


def damaged(kind: str, number: int = 0, why: str = "") -> Problems:
    told = _("We cannot read this file: it is not right as %s.") % kind
    return invalid(f"{told} {at_line(number, why)}" if number else told)


def not_ours() -> Problems:
    return invalid(_("This is not a file of translations that was exported here."))
