"""The addresses of the feed, on councils' hosts: those of the standard, under one of ours."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from leavingwell.content.open_referral.publishing import views

LISTS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "services": (views.services, views.service),
    "service_at_locations": (views.at_locations, views.at_location),
    "organizations": (views.organizations, views.one_organization),
    "taxonomies": (views.all_taxonomies, views.taxonomy),
    "taxonomy_terms": (views.taxonomy_terms, views.taxonomy_term),
}

urlpatterns: list[URLPattern] = [
    path("", views.about, name="open_referral_about"),
    *(path(name, many, name=f"open_referral_{name}") for name, (many, _one) in LISTS.items()),
    *(path(f"{name}/", many) for name, (many, _one) in LISTS.items()),
    *(path(f"{name}/<str:key>", one, name=f"open_referral_{name}_one") for name, (_many, one) in LISTS.items()),
]
