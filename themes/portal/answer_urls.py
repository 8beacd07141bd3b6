"""Saying how things are, and what can be done with it for ten minutes."""

from django.urls import URLPattern, path

from leavingwell.themes.portal.views import check_in

urlpatterns: list[URLPattern] = [
    path("check-in/", check_in.check_in, name="check_in"),
    path("check-in/<str:check_in>/more/", check_in.more, name="check_in_more"),
    path("check-in/<str:check_in>/take-back/", check_in.take_back, name="check_in_take_back"),
]
