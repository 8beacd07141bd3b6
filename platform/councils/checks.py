"""System checks: the tenant wall stands, and no model was made that it cannot hold."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connections

from leavingwell.platform.councils import policies
from leavingwell.platform.councils.owned import Owned

ROLE = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
OPEN_PARENTS = {"wagtailcore.Page"}  # Wagtail's own page table; its subtree permissions isolate it


def check_wall(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    # A warning, because `migrate` runs the database checks before the sync that would put the wall right.
    found: list[CheckMessage] = []
    for alias in databases or ():
        for model in policies.unwalled(alias):
            message = f"{model._meta.label} is not walled by row-level security"
            found.append(Warning(message, hint="manage.py migrate", id="councils.W001"))
        with connections[alias].cursor() as cursor:
            cursor.execute(ROLE)
            if cursor.fetchone()[0]:
                found.append(Error("the database role ignores row-level security", id="councils.E002"))
    return found


def unique_names(model: Any) -> Iterator[tuple[str, ...]]:
    for field in model._meta.local_fields:
        if field.unique and not field.primary_key:
            yield (field.name,)
    for constraint in model._meta.total_unique_constraints:
        yield tuple(constraint.fields)
    yield from (tuple(names) for names in model._meta.unique_together)


def names_a_council(field: Any) -> bool:
    """A link to a council-owned row, or to an account: each is one council's."""
    target = field.related_model if field.is_relation else None
    return bool(target and (issubclass(target, Owned) or target._meta.label == settings.AUTH_USER_MODEL))


def check_uniques(model: Any) -> Iterator[CheckMessage]:
    for names in unique_names(model):
        if "council" not in names and not any(names_a_council(model._meta.get_field(name)) for name in names):
            message = f"{model._meta.label}: unique {names} tells one council what another has"
            yield Error(message, hint="add council", id="councils.E003")


def check_tables(model: Any) -> Iterator[CheckMessage]:
    for field in model._meta.local_many_to_many:
        through = field.remote_field.through
        if through._meta.auto_created:
            message = f"{model._meta.label}.{field.name}: an automatic many-to-many table has no council"
            yield Error(message, hint="name a through model that is CouncilOwned", id="councils.E004")
    for parent in model._meta.parents:
        if parent._meta.label not in OPEN_PARENTS:
            message = f"{model._meta.label}: the inherited table of {parent._meta.label} is walled apart from it"
            yield Error(message, hint="inherit from an abstract model", id="councils.E005")


def check_models(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    for model in apps.get_models():
        if issubclass(model, Owned):
            found += [*check_uniques(model), *check_tables(model)]
    return found
