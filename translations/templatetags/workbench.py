"""A text with formatting, as its words alone."""

from django import template

from leavingwell.translations.workbench.marking import bare

register = template.Library()
register.filter("bare", lambda text: bare(str(text)) if text else "")
