"""Every address of the admin, taken from the resolver, with the numbers of one council's objects put in."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from django.contrib.auth.models import Group
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern
from wagtail.models import Page, Site, Task, UploadedFile, Workflow
from wagtail.snippets.models import get_snippet_models

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Team, User
from leavingwell.questionnaires.models import Indicator

URLCONF = "leavingwell.platform.urls.council"
SEARCHES = ("?q=eastm", "?export=csv")
WORDS = {
    "content_type_app_name": ["content"],
    "content_type_model_name": ["offerpage", "standardpage"],
    "filter_spec": ["max-80x80"],
    "action_name": ["approve", "copy"],
    "uidb64": ["MQ"],
    "token": ["a-b"],
    "variant": ["easy_read"],
    "step": ["retire", "bring-back", "share"],
}
BULK = {("wagtailcore", "page"), ("wagtailimages", "image"), ("wagtaildocs", "document"), ("people", "user")}
ACTIONS = ("delete", "move", "publish", "unpublish", "add_tags", "add_to_collection", "assign_role", "set_active_state")


def patterns(
    resolver: Any = None, names: tuple[str, ...] = (), parts: tuple[Any, ...] = ()
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Each pattern under /admin/: its full name, and its pieces."""
    for entry in (resolver or get_resolver(URLCONF)).url_patterns:
        pieces = (*parts, entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*names, entry.namespace) if entry.namespace else names
            yield from patterns(entry, inner, pieces)
        elif isinstance(entry, URLPattern) and str(pieces[0]).startswith("admin/"):
            yield ":".join([*names, entry.name or "-"]), pieces


def parameters(pieces: tuple[Any, ...]) -> list[str]:
    return [name for piece in pieces for name in piece.regex.groupindex]


def numbers(place: Any) -> dict[str, list[Any]]:
    """What could be meant by a number, by the name of the parameter."""
    council = place.council
    pages = list(Page.objects.filter(path__startswith=place.home.path).values_list("pk", flat=True))
    users = list(User._base_manager.filter(council=council).values_list("pk", flat=True))[:2]
    groups = list(Group.objects.filter(name__startswith=council.slug).values_list("pk", flat=True))[:2]
    sites = list(Site.objects.filter(hostname=council.host).values_list("pk", flat=True))
    tables = [
        [place.page.pk, place.home.pk],
        [place.image.pk],
        [place.document.pk],
        users,
        groups,
        sites,
        [place.collection.pk],
    ]
    return {
        "pages": pages,
        "pk": [number for table in tables for number in table],
        "page_pk": pages[:1],
        "image_id": [place.image.pk],
        "document_id": [place.document.pk],
        "doc_id": [place.document.pk],
        "revision_id": [place.revision.pk],
        "revision_id_a": ["earliest", place.revision.pk],
        "revision_id_b": ["latest", place.revision.pk],
        "collection_id": [place.collection.pk],
        "task_id": list(Task.objects.values_list("pk", flat=True)) or [1],
        "workflow_pk": list(Workflow.objects.values_list("pk", flat=True)) or [1],
        "uploaded_file_id": list(UploadedFile.objects.values_list("pk", flat=True)) or [1],
        "session_id": [1],
        "task_state_id": [1],
        "workflow_state_id": [1],
        "user_id": users,
        "code": own_codes(place),
        **own_people(place),
    }


def own_people(place: Any) -> dict[str, list[Any]]:
    with scope(place.council):
        team = Team.objects.get(name=f"Team of {place.council.slug}")
        return {
            "colleague": [place.household.people[who].pk for who in ("worker", "analyst")],
            "team": [team.pk],
            "cover": list(team.duty_covers.values_list("pk", flat=True)),
        }


def own_codes(place: Any) -> list[str]:
    """Of the council's own questions."""
    with scope(place.council):
        return list(Indicator.objects.filter(council=place.council).values_list("code", flat=True))


def snippet_keys(name: str, place: Any) -> list[Any]:
    for model in get_snippet_models():
        if name.startswith(f"{model.snippet_viewset.url_namespace}:"):
            national = national_keys(model, place) if name.endswith(":reword") else []
            return [*own_keys(model, place), *national]
    return []


def own_keys(model: Any, place: Any) -> list[Any]:
    with scope(place.council):
        keys = model.objects.filter(council=place.council).order_by("pk").values_list("pk", flat=True)
        assert place.rows[model].pk in keys
        return list(keys)


def national_keys(model: Any, place: Any) -> list[Any]:
    """A national row that the council has not put its own in place of."""
    with scope(place.council):
        return list(model.objects.filter(council=None).order_by("-pk").values_list("pk", flat=True)[:1])


def values_for(name: str, parameter: str, place: Any, known: dict[str, list[Any]]) -> list[Any]:
    if parameter in WORDS:
        return WORDS[parameter]
    if ("page" in parameter and parameter != "page_pk") or parameter == "destination_id":
        return known["pages"]
    if parameter == "pk" and (keys := snippet_keys(name, place)):
        return keys
    return known.get(parameter, [1])


def filled(pieces: tuple[Any, ...], values: dict[str, Any]) -> str:
    address = "/"
    for piece in pieces:
        text = str(piece)
        if isinstance(piece, RegexPattern):
            text = text.replace("\\.", ".").replace("\\d+", "").lstrip("^").rstrip("$")
            for group in piece.regex.groupindex:
                start = text.index(f"(?P<{group}>")
                text = text[:start] + str(values[group]) + text[text.index(")", start) + 1 :]
        for parameter in piece.regex.groupindex:
            for kind in ("int", "uuid", "str", "slug", "path"):
                text = text.replace(f"<{kind}:{parameter}>", str(values[parameter]))
            text = text.replace(f"<{parameter}>", str(values[parameter]))
        address += text
    return address


def bulk_addresses(place: Any) -> Iterator[str]:
    ids = {"page": [place.offer.pk, place.home.pk], "image": [place.image.pk], "document": [place.document.pk]}
    for (app, model), action in product(sorted(BULK), ACTIONS):
        for number in [*ids.get(model, place_users(place)), "all"]:
            yield f"/admin/bulk/{app}/{model}/{action}/?id={number}&childOf={place.home.pk}"
            yield f"/admin/bulk/{app}/{model}/{action}/?id={number}"
    for model in get_snippet_models():
        row = place.rows.get(model)
        if row:
            yield f"/admin/bulk/{model._meta.app_label}/{model._meta.model_name}/delete/?id={row.pk}"


def place_users(place: Any) -> list[int]:
    return list(User._base_manager.filter(council=place.council).values_list("pk", flat=True))[:1]


def mixed_addresses(here: Any, elsewhere: Any) -> Iterator[str]:
    """The addresses with more than one number, filled with those of both places: own page, other's revision."""
    mine, theirs = numbers(here), numbers(elsewhere)
    for name, pieces in patterns():
        wanted = parameters(pieces)
        if len(wanted) < 2 or name == "wagtail_bulk_action":
            continue
        own = [values_for(name, one, here, mine) for one in wanted]
        both = [[*values, *values_for(name, one, elsewhere, theirs)] for one, values in zip(wanted, own, strict=True)]
        for chosen in set(product(*both)) - set(product(*own)):
            yield filled(pieces, dict(zip(wanted, chosen, strict=True)))


def addresses(place: Any) -> Iterator[str]:
    """The addresses of every view, with the numbers of the place and with searches for it."""
    known = numbers(place)
    for name, pieces in patterns():
        if name == "wagtail_bulk_action":
            yield from bulk_addresses(place)
            continue
        wanted = parameters(pieces)
        for chosen in product(*(values_for(name, one, place, known) for one in wanted)):
            address = filled(pieces, dict(zip(wanted, chosen, strict=True)))
            if address.endswith(".*/"):
                continue
            yield address
            if not wanted and not name.endswith((":add", "_account", "_link")):
                yield from (address + search for search in SEARCHES)
        if name.endswith("chosen_multiple"):
            for row in (place.image, place.document, place.offer):
                yield f"{filled(pieces, {})}?id={row.pk}"
