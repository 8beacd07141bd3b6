"""Registers the menus of the content."""

from wagtail.snippets.models import register_snippet

from leavingwell.content.viewsets import OfferGroup, WordsGroup

register_snippet(OfferGroup)
register_snippet(WordsGroup)
