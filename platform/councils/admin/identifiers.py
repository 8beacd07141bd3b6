"""The pages, images and documents that an admin address names by number, in its path or after the question mark.

Wagtail shows the title of some of them before it asks whether the user may see them.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.urls import ResolverMatch
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

ANY = ("add", "change", "publish", "delete", "choose")
NAMED = {
    "page_id": Page,
    "parent_page_id": Page,
    "page_to_move_id": Page,
    "destination_id": Page,
    "image_id": get_image_model(),
    "document_id": get_document_model(),
    "doc_id": get_document_model(),
}
BY_PLACE = {
    "wagtailadmin_pages": Page,
    "wagtailadmin_choose_page_chosen_multiple": Page,
    "wagtailimages_chooser": get_image_model(),
    "wagtaildocs_chooser": get_document_model(),
}
CHOOSING_PAGES = "wagtailadmin_choose_page"
Found = tuple[type[Model], list[str]]
_inherited: list[Callable[[], QuerySet[Any]]] = []


def in_path(match: ResolverMatch) -> Iterator[Found]:
    for name, value in match.kwargs.items():
        if name in NAMED:
            yield NAMED[name], [str(value)]
    place = match.view_name.partition(":")[0]
    if "pk" in match.kwargs and place in BY_PLACE:
        yield BY_PLACE[place], [str(match.kwargs["pk"])]
    if "object_id" in match.kwargs and (model := model_named_in(match)):
        yield model, [str(match.kwargs["object_id"])]


def in_query(match: ResolverMatch, query: Any) -> Iterator[Found]:
    ids, parents = query.getlist("id"), [parent for parent in query.getlist("childOf") if parent]
    model = bulk_model(match) or BY_PLACE.get(match.view_name.partition(":")[0])
    if parents:
        yield Page, parents
    if ids and model and not (ids == ["all"] and model is Page and parents):  # all children of a page: of that one
        yield model, ids


def in_body(form: Any) -> Iterator[Found]:
    """Where pages are copied or moved to: a refusal would tell the title of the place."""
    for name in ("new_parent_page", "chooser", "parent_page"):
        if ids := [one for one in form.getlist(name) if one]:
            yield Page, ids


def bulk_model(match: ResolverMatch) -> type[Model] | None:
    return model_named_in(match) if match.view_name == "wagtail_bulk_action" else None


def model_named_in(match: ResolverMatch) -> type[Model] | None:
    """The model that the path spells out; Page for every kind of page."""
    try:
        model = apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
    except LookupError:
        return None
    return Page if issubclass(model, Page) else model


def rows_for(model: type[Model], user: Any) -> QuerySet[Any]:
    """The rows that the user may at least choose, in the open scope."""
    policy = policy_registry.get_by_type(model)
    if model is Page:
        rows: QuerySet[Any] = policy.explorable_instances(user)
        return rows
    return policy.instances_user_has_any_permission_for(user, ANY)  # type: ignore[no-any-return]


def also_choose(pages: Callable[[], QuerySet[Any]]) -> None:
    """Pages that every council may link to and none may change: content registers the nation's."""
    _inherited.append(pages)


def choosable(model: type[Model], user: Any) -> QuerySet[Any]:
    """What a link may lead to: of pages also those that are inherited."""
    rows = rows_for(model, user)
    if model is not Page or not rows.exists():
        return rows
    for pages in _inherited:
        rows = rows_of_either(rows, pages())
    return rows


def rows_of_either(one: QuerySet[Any], other: QuerySet[Any]) -> QuerySet[Any]:
    found: QuerySet[Any] = Page._default_manager.filter(Q(pk__in=one.values("pk")) | Q(pk__in=other.values("pk")))
    return found


def linkable(model: type[Model], user: Any) -> QuerySet[Any]:
    """Without the root that all councils share: it is passed by on the way, and Wagtail cannot link to it."""
    rows = choosable(model, user)
    return rows.filter(depth__gt=1) if model is Page else rows


def are_reachable(model: type[Model], ids: list[str], rows: QuerySet[Any]) -> bool:
    """`all`, which Wagtail reads as every row of the table, names none."""
    try:
        keys = {model._meta.pk.to_python(one) for one in ids}
    except ValidationError:
        return False
    return rows.filter(pk__in=keys).count() == len(keys)


def only_reachable(request: HttpRequest, match: ResolverMatch) -> bool:
    found = [*in_path(match), *in_query(match, request.GET), *in_body(request.POST)]
    rows = rows_for
    if match.view_name.startswith(CHOOSING_PAGES):
        rows = linkable if match.view_name.endswith("chosen_multiple") else choosable
    return all(are_reachable(model, ids, rows(model, request.user)) for model, ids in found)
