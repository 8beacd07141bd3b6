"""What is stored of one council, to compare before and after."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.db.models import Model, Q, QuerySet
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Revision,
    Site,
)

from leavingwell.platform.councils.owned import Owned
from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.people.models import User


def tables_of(place: Any) -> dict[type[Model], Q]:
    """Every table that holds something of a council, and which of its rows."""
    pages = [str(pk) for pk in Page.objects.filter(path__startswith=place.home.path).values_list("pk", flat=True)]
    own_group = Q(group__name__startswith=f"{place.council.slug} ")
    owned: list[type[Model]] = [model for model in apps.get_models() if issubclass(model, Owned)]
    return {
        **dict.fromkeys(owned, Q(council=place.council)),
        Page: Q(path__startswith=place.home.path),
        Revision: Q(object_id__in=pages, content_type__model__endswith="page"),
        PageLogEntry: Q(page_id__in=pages),
        ModelLogEntry: Q(user__council=place.council),
        Image: Q(collection=place.collection),
        Document: Q(collection=place.collection),
        Collection: Q(pk=place.collection.pk),
        User: Q(council=place.council),
        User.groups.through: Q(user__council=place.council),  # type: ignore[attr-defined]
        Group: Q(name__startswith=f"{place.council.slug} "),
        GroupPagePermission: own_group,
        GroupCollectionPermission: own_group,
        Site: Q(hostname=place.council.host),
    }


def everything_of(place: Any) -> dict[str, list[Any]]:
    """All values of all of those rows, without the time of the last sign-in."""
    with national_scope("compare for a test"):
        found: dict[str, list[Any]] = {}
        for model, mine in tables_of(place).items():
            names = [field.attname for field in model._meta.concrete_fields if field.attname != "last_login"]
            rows: QuerySet[Any] = model._base_manager.filter(mine)
            found[model._meta.label] = list(rows.order_by("pk").values_list(*names))
    return found
