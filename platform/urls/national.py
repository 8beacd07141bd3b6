"""What the nation's own host serves: its staff's admin and signing in. No council's pages, and no API."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import TemplateView

from leavingwell.platform.urls.accounts import urlpatterns as accounts

urlpatterns: list[URLPattern | URLResolver] = [
    path("", TemplateView.as_view(template_name="councils/national.html"), name="home"),
    path("admin/", include("leavingwell.platform.councils.admin.urls")),
    path("accounts/", include(accounts)),
    path("files/", include("leavingwell.platform.councils.admin.documents")),
    path("", include("leavingwell.questionnaires.urls")),
]

handler400 = "leavingwell.themes.portal.errors.bad_request"
handler403 = "leavingwell.themes.portal.errors.not_allowed"
handler404 = "leavingwell.platform.urls.neutral.nothing_here"
handler500 = "leavingwell.platform.outages.server_error"
