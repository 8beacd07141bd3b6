"""`{% load portal %}`: everything in `tags`, under one name."""

from django import template

from leavingwell.themes.portal.tags import days, devices, drawings, fields, frame, texts, todo_list

register = template.Library()
for part in (days, devices, drawings, fields, frame, texts, todo_list):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
