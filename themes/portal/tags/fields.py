"""Form fields in the portal's look."""

from typing import Any

from django import template
from django.forms import BaseForm, BoundField, Textarea, TextInput
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from leavingwell.themes.portal.devices import is_shared
from leavingwell.themes.portal.kept import mark_of
from leavingwell.themes.portal.mistakes import mistakes
from leavingwell.themes.portal.once import MARK

register = template.Library()
register.filter("mistakes", mistakes)


@register.simple_tag(takes_context=True)
def kept_mark(context: Any) -> SafeString:
    """Says, signed, whose form this is: what is sent after the session ended is kept for them."""
    request: HttpRequest = context["request"]
    return format_html('<input type="hidden" name="{}" value="{}">', MARK, mark_of(request))


@register.inclusion_tag("portal/parts/field.html", takes_context=True)
def field(context: Any, bound: BoundField, label: str = "", hint: str = "") -> dict[str, Any]:
    """A field with its label, a hint, what is wrong with it, and what was typed."""
    return {
        "field": bound,
        "label": label or bound.label,
        "hint": hint,
        "control": control(context, bound, hint),
        "is_tick": bound.widget_type == "checkbox",
    }


@register.inclusion_tag("portal/parts/summary_errors.html")
def summary_errors(*forms: BaseForm | None) -> dict[str, Any]:
    """What is to be put right in the forms of the page, each with the id of its field. The browser goes there first."""
    found = [form for form in forms if form]
    problems = [problem for form in found for problem in problems_of(form)]
    return {"problems": problems, "wrote": any(wrote(form) for form in found)}


def wrote(form: BaseForm) -> bool:
    """Whether there are words in what came in, as against choices."""
    typed = (TextInput, Textarea)
    return form.is_bound and any(field.data and isinstance(field.field.widget, typed) for field in form)


def problems_of(form: BaseForm) -> list[tuple[str, str]]:
    beside = [(field.auto_id, mistake) for field in form if not field.is_hidden for mistake in mistakes(field)]
    return [*beside, *(("", str(error)) for error in form.non_field_errors())]


@register.simple_tag
def both_texts(form: BaseForm) -> list[dict[str, str]]:
    """Each field that somebody else changed first: its label, what stands there now, and what was typed here."""
    theirs: dict[str, str] = getattr(form, "theirs", {})
    return [
        {"label": str(form[name].label), "theirs": now, "mine": shown(form[name])}
        for name, now in theirs.items()
        if name in form.fields
    ]


def shown(bound: BoundField) -> str:
    """What is in the field, in the words that it shows: a choice by its name."""
    value = bound.value()
    choices = {str(code): str(word) for code, word in getattr(bound.field, "choices", ())}
    if isinstance(value, list):
        return ", ".join(sorted(choices.get(str(one), str(one)) for one in value))
    return choices.get(str(value), "" if value is None else str(value))


@register.simple_tag
def wrong(bound: BoundField) -> SafeString:
    """For a set of answers: ties it to what is wrong with it."""
    if not bound.errors:
        return SafeString()
    return format_html(' aria-invalid="true" aria-describedby="{}_error"', bound.auto_id)


@register.simple_tag(takes_context=True)
def control(context: Any, bound: BoundField, hint: str = "") -> SafeString:
    """The input alone, in the portal's look, tied to its hint and to what is wrong with it.

    On a shared phone the browser offers nobody what the last one typed.
    """
    widget = bound.field.widget
    notes = [f"{bound.auto_id}_hint"] if hint else []
    attrs: dict[str, Any] = {"placeholder": False}
    if bound.widget_type != "checkbox":
        attrs["class"] = f"input {widget.attrs.get('class', '')}".strip()
    if is_shared(context["request"]):
        attrs["autocomplete"] = widget.attrs.get("autocomplete", "off")
    if bound.errors:
        notes.append(f"{bound.auto_id}_error")
        attrs["aria-invalid"] = "true"
    if notes:
        attrs["aria-describedby"] = " ".join(notes)
    bound.help_text = ""  # else Django would point at its own place for it
    return bound.as_widget(attrs=attrs)


@register.filter
def code_field(field: BoundField) -> BoundField:
    """A field for a code that came by e-mail or from an app."""
    field.field.widget.attrs.update({"class": "code", "autocomplete": "one-time-code", "inputmode": "numeric"})
    return field
