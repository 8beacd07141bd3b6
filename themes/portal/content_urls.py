"""The addresses of what the council has written: stories, news, events, places, answers."""

from django.urls import path

from leavingwell.themes.portal.views import articles

urlpatterns = [
    pattern
    for kind in articles.KINDS
    for pattern in (
        path(f"{kind}/", articles.articles, {"kind": kind}, name=kind),
        path(f"{kind}/<slug:slug>/", articles.article, {"kind": kind}, name=f"{kind}_page"),
    )
]
