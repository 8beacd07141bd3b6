"""A council's own row in the place of a national one: the same key, its own words."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from leavingwell.platform.councils import scope
from leavingwell.translations.forms import translations_of
from leavingwell.translations.panels import languages_in_scope

Key = tuple[str, ...]


def without_overridden(rows: QuerySet[Any], key: Key) -> QuerySet[Any]:
    """The council's own rows, and the national ones that it has not replaced."""
    own = rows.model.objects.filter(council_id=scope.current() or None, **{name: OuterRef(name) for name in key})
    return rows.filter(Q(council_id=scope.current() or None) | Q(council=None) & ~Exists(own.order_by()))


def own_row(national: Any, key: Key) -> Any:
    """The council's row in the place of `national`; None while it uses the national words."""
    same = {name: getattr(national, name) for name in key}
    return type(national).objects.filter(council_id=scope.current() or None, **same).first()


def national_row(own: Any, key: Key) -> Any:
    """What the council's row stands in place of; None when it is the council's own idea."""
    same = {name: getattr(own, name) for name in key}
    return type(own).objects.filter(council=None, **same).first()


def own_copy(national: Any) -> Any:
    """An unsaved row of the council with the national words, in the council's languages only.

    In the others the national translation would stay, which would no longer say what the council's English says.
    """
    model = type(national)
    values = {field.attname: getattr(national, field.attname) for field in model._meta.concrete_fields}
    shared = set(values) - {"id", "council_id", *translated_columns(model)}
    chosen = languages_in_scope()
    texts = {field.attname for field, language in translations_of(model) if language.code in chosen}
    return model(**{name: values[name] for name in shared | texts}, council_id=scope.current() or None)


def translated_columns(model: Any) -> set[str]:
    """Of a translated field the source column too, which modeltranslation fills by itself."""
    columns: set[str] = set()
    for field, _language in translations_of(model):
        columns |= {field.attname, field.translated_field.attname}
    return columns
