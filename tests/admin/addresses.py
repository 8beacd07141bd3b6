"""Every address of the admin, with the numbers of one council's objects put in."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from wagtail.snippets.models import get_snippet_models

from tests.admin.arguments import Arguments
from tests.admin.patterns import Pattern, patterns

SEARCH, EXPORT = "?q=eastm", "?export=csv"
BULK = (("wagtailcore", "page"), ("wagtailimages", "image"), ("wagtaildocs", "document"), ("people", "user"))
ACTIONS = ("delete", "move", "publish", "unpublish", "add_tags", "add_to_collection", "assign_role", "set_active_state")
Named = tuple[str, str]  # the name of the view, and the address


def choices(pattern: Pattern, arguments: Arguments) -> list[list[Any]]:
    return [arguments.of(pattern, name, kind) for name, kind in pattern.arguments.items()]


def fillings(pattern: Pattern, values: list[list[Any]]) -> Iterator[str]:
    for chosen in product(*values):
        yield pattern.address(dict(zip(pattern.arguments, chosen, strict=True)))


def bulk_addresses(place: Any) -> Iterator[str]:
    ids = {"page": [place.offer.pk], "image": [place.image.pk], "document": [place.document.pk]}
    for (app, model), action in product(BULK, ACTIONS):
        address = f"/admin/bulk/{app}/{model}/{action}/"
        for number in [*ids.get(model, Arguments(place).users[:1]), "all"]:
            yield f"{address}?id={number}&childOf={place.home.pk}"
            yield f"{address}?id={number}"
    for model in get_snippet_models():
        if row := place.rows.get(model):
            yield f"/admin/bulk/{model._meta.app_label}/{model._meta.model_name}/delete/?id={row.pk}"


def of_pattern(pattern: Pattern, place: Any, arguments: Arguments) -> Iterator[str]:
    for address in fillings(pattern, choices(pattern, arguments)):
        if address.endswith(".*/"):  # what Wagtail answers where nothing else does
            continue
        yield address
        if not pattern.arguments and pattern.is_open:
            yield address + SEARCH
            yield from [address + EXPORT] if pattern.lists_to_a_file else []
        if pattern.name.endswith("chosen_multiple"):
            yield from (f"{address}?id={row.pk}" for row in (place.image, place.document, place.offer))


def addresses(place: Any) -> Iterator[Named]:
    """The addresses of every view, with the numbers of the place and with searches for it."""
    arguments = Arguments(place)
    for pattern in patterns():
        bulk = pattern.name == "wagtail_bulk_action"
        for address in bulk_addresses(place) if bulk else of_pattern(pattern, place, arguments):
            yield pattern.name, address


def mixed_addresses(here: Any, elsewhere: Any) -> Iterator[str]:
    """The addresses with more than one number, filled with those of both places: own page, other's revision."""
    mine, theirs = Arguments(here), Arguments(elsewhere)
    for pattern in patterns():
        if len(pattern.arguments) < 2 or not pattern.is_open or pattern.name == "wagtail_bulk_action":
            continue
        own, other = choices(pattern, mine), choices(pattern, theirs)
        both = [[*one, *two] for one, two in zip(own, other, strict=True)]
        yield from sorted(set(fillings(pattern, both)) - set(fillings(pattern, own)))
