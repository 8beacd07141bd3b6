"""Whom to call now, always in the same order."""

from leavingwell.content.models import HelpLine
from leavingwell.content.national.standing import standing
from leavingwell.translations.kept_settings import kept_here


def help_lines() -> list[HelpLine]:
    """Those of the council whose scope is open, to be read: they are the same objects for all."""
    return kept_here("help lines", lambda: list(standing(HelpLine.objects.all())))
