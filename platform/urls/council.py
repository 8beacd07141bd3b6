"""What a council's host serves: the portal, the API, the admin, signing in and downloads."""

from allauth.headless import urls as headless
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from leavingwell.graphql.view import endpoint
from leavingwell.platform.councils.admin.pictures import picture
from leavingwell.platform.documents.views import download
from leavingwell.platform.insight.views import figures
from leavingwell.platform.people.joining import join
from leavingwell.platform.people.outbox import outbox
from leavingwell.platform.urls.accounts import urlpatterns as accounts
from leavingwell.platform.urls.addresses import ADDRESSES, closed

urlpatterns: list[URLPattern | URLResolver] = [
    path("graphql/", endpoint, name="graphql"),
    path("plans/documents/<uuid:pk>/", download, name="document"),
    re_path("^insight/figures[.](?P<kind>csv|xlsx)$", figures, name="insight_figures"),
    path("accounts/", include(accounts)),
    path("join/", join, name="join"),
    re_path(ADDRESSES, closed),
    path("_allauth/", include(headless)),
    path("admin/", include("leavingwell.platform.councils.admin.urls")),
    path("files/", include("leavingwell.platform.councils.admin.documents")),
    path("media/<path:path>", picture),
    path("api/open-referral-uk/", include("leavingwell.content.open_referral.publishing.urls")),
    path("questionnaires/", include("leavingwell.questionnaires.publication.urls")),
    path("", include("leavingwell.questionnaires.urls")),
    path("", include("leavingwell.themes.urls")),
    path("", include("leavingwell.themes.portal.urls")),
]
if settings.OUTBOX_PAGE:
    urlpatterns.insert(0, path("outbox/", outbox, name="outbox"))

handler404 = "leavingwell.themes.portal.errors.not_found"
handler403 = "leavingwell.themes.portal.errors.not_allowed"
handler400 = "leavingwell.themes.portal.errors.bad_request"
handler500 = "leavingwell.platform.outages.server_error"
