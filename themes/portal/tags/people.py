"""Words for what is known of people."""

from django import template

from leavingwell.themes.portal import words

register = template.Library()


@register.filter
def kind_word(code: str) -> str:
    """What a supporter is to the young person."""
    return str(words.SUPPORTER_KINDS[code])


@register.filter
def invitation_word(code: str) -> str:
    """Where an invitation stands."""
    return str(words.INVITATION_STATES[code])


@register.filter
def reading_word(code: str) -> str:
    """How somebody likes to read."""
    return str(words.READINGS[code])


@register.filter
def by_channel(code: str) -> str:
    """How an invitation came."""
    return str(words.INVITATION_CHANNELS[code])
