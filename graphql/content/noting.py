"""The language that a query asked for, noted on each row that answers it."""

from typing import Any

from django.db.models import CharField, Value

from leavingwell.graphql.context import Info


def noted(rows: Any, language: str | None, info: Info) -> Any:
    """The rows with the language that was asked for, so that their fields can answer in it."""
    return rows.annotate(asked_language=Value(info.context.language(language), output_field=CharField()))


def noted_page(page: Any, language: str | None, info: Info) -> Any:
    """The same for one that comes from no query: a draft, or what is at hand."""
    page.asked_language = info.context.language(language)
    return page
