"""What workers do from their list and from a young person's page; a goal out of a worry, for the young person too."""

from django.urls import URLPattern, path

from leavingwell.themes.portal.views import worries

urlpatterns: list[URLPattern] = [
    path("plan/into-goal/<slug:kind>/<str:source>/", worries.into_goal, name="into_goal"),
    path("people/<str:person>/into-goal/<slug:kind>/<str:source>/", worries.into_goal, name="into_goal"),
]
