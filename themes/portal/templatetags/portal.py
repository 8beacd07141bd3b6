"""`{% load portal %}`: everything in `tags`, under one name."""

from django import template

from leavingwell.themes.portal.tags import (
    answers,
    articles,
    days,
    devices,
    drawings,
    fields,
    frame,
    hard_words,
    hours,
    log,
    matters,
    messages,
    people,
    reviews,
    telling,
    texts,
    todo_list,
    translated,
    trend,
)

register = template.Library()
PARTS = (
    answers,
    articles,
    days,
    devices,
    drawings,
    fields,
    frame,
    hard_words,
    hours,
    log,
    matters,
    messages,
    people,
    reviews,
    telling,
    texts,
    todo_list,
    translated,
    trend,
)
for part in PARTS:
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
