"""The look at addresses of its own."""

from django.urls import path

from leavingwell.themes import views

urlpatterns = [
    path("theme/tokens.json", views.tokens, name="design_tokens"),
    path("theme/tokens.<str:mode>.json", views.tokens, name="design_tokens_of"),
    path("theme/icons/<str:name>", views.icon, name="theme_icon"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("site.webmanifest", views.manifest, name="manifest"),
]
