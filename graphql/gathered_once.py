"""What a document asks of a related row, gathered once.

strawberry-django gathers it twice where the related type decides who sees it: first to learn whether a join would do,
then for the query that it makes instead; four times for a relation of a relation, and so on. Here the question that it
asks in between comes first. Its answer does not depend on what was gathered, so that the queries are the same.
"""

from typing import Any

from strawberry_django import optimizer

gathered_twice = optimizer._get_hints_from_django_foreign_key


def gathered_once(field: Any, *, field_definition: Any, **given: Any) -> optimizer.OptimizerStore:
    if not optimizer._must_use_prefetch_related(given["config"], field, given["model_field"]):
        return gathered_twice(field, field_definition=field_definition, **given)
    store = optimizer._get_hints_from_django_relation(field, **given)
    store.only.append(given["path"])
    return store


def gather_once() -> None:
    """Once, when the schema is made: strawberry-django has no setting for it."""
    library: Any = optimizer
    library._get_hints_from_django_foreign_key = gathered_once
