"""Choices that say in which language they are written, where that is not the page's."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language


class Marked(str):
    """A choice's words with their language and direction."""

    language: str
    direction: str


def marked(text: Mapping[str, Any]) -> str:
    """Of a text of the API."""
    found = Marked(text["value"])
    found.language, found.direction = text["language"], text["direction"].lower()
    return found


def own_names(languages: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The languages of the API to choose from, each under the name that it calls itself."""
    return [(one["code"], marked({**one, "value": one["ownName"], "language": one["code"]})) for one in languages]


class MarkedSelect(forms.Select):
    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, label, *args, **kwargs)
        if isinstance(label, Marked) and label.language != get_language():
            option["attrs"] |= {"lang": label.language, "dir": label.direction}
        return option


def mark_choices(field: forms.Field) -> None:
    """Lets a list to choose from say the languages of its choices."""
    if type(field.widget) is forms.Select:
        field.widget = MarkedSelect(field.widget.attrs, field.widget.choices)


def area_names(questionnaire: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    """The areas of life as choices, code and title; none where the council asks nothing yet."""
    return [(domain["code"], marked(domain["title"])) for domain in (questionnaire or {"domains": []})["domains"]]
