"""The look of the council whose scope is open, for the admin's templates."""

from django import template

from leavingwell.platform.councils import scope
from leavingwell.themes.tokens import own_theme

register = template.Library()


@register.inclusion_tag("themes/admin/tone.html")
def tone_words() -> dict[str, list[str]]:
    """How the council wants to sound, beside what the checks of a text say. Nothing where it has not said."""
    theme = own_theme() if scope.current() else None
    return {"words": theme.tone if theme else []}
