"""What the first page of the admin says about translations: which of the council's own texts lack a language."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.models import Page

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.admin.doing import ToDo
from leavingwell.translations.coverage import has, registered
from leavingwell.translations.languages import SOURCE
from leavingwell.translations.panels import languages_in_scope


def missing(model: Any, fields: list[str], languages: list[str]) -> int:
    """How many translations the council's own rows lack. One query."""
    rows = model.objects.filter(council_id=scope.current_council_id())
    if issubclass(model, Page):
        rows = rows.filter(live=True)
    counts: Mapping[str, Any] = {
        f"{field}_in_{code}": Count("pk", filter=has(f"{field}_{SOURCE}") & ~has(f"{field}_{code}"))
        for field in fields
        for code in languages
    }
    return sum(rows.order_by().aggregate(**counts).values())


def place_of(model: Any, request: Any) -> str | None:
    """The list in which somebody can write them; None for whom it is not."""
    if issubclass(model, Page):
        return reverse("wagtailadmin_explore_root") if user_has_any_page_permission(request.user) else None
    name = f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:list"
    if not request.user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}"):
        return None
    try:
        return reverse(name)
    except NoReverseMatch:  # written somewhere else than in a list of its own
        return None


def translations(request: Any) -> Iterator[ToDo]:
    languages = [code for code in languages_in_scope() if code != SOURCE]
    if not languages:
        return
    by_place: dict[str, tuple[int, str]] = {}
    for model, fields in registered():
        place = place_of(model, request)
        if place:
            number, _name = by_place.get(place, (0, ""))
            name = _("pages") if issubclass(model, Page) else str(model._meta.verbose_name_plural)
            by_place[place] = (number + missing(model, fields, languages), name)
    for place, (number, name) in by_place.items():
        words = ngettext("translation missing in: %s", "translations missing in: %s", number) % name
        yield ToDo(number, words, place, order=70)
