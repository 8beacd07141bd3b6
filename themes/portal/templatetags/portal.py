"""`{% load portal %}`: everything in `tags`, under one name."""

from django import template

from leavingwell.themes.portal.tags import (
    answers,
    days,
    devices,
    drawings,
    fields,
    frame,
    telling,
    texts,
    todo_list,
    trend,
)

register = template.Library()
for part in (answers, days, devices, drawings, fields, frame, telling, texts, todo_list, trend):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
