"""`{% load portal %}`: everything in `tags`, under one name."""

from django import template

from leavingwell.themes.portal.tags import (
    answers,
    articles,
    check_ins,
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
    qr,
    reviews,
    sure,
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
    check_ins,
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
    qr,
    reviews,
    sure,
    telling,
    texts,
    todo_list,
    translated,
    trend,
)
for part in PARTS:
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
