"""The Wagtail admin with the views in place of which it gets ours: signing in, the account, choosing links."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_admin
from wagtail.admin.auth import require_admin_access

from leavingwell.platform.councils.admin.account import AccountView
from leavingwell.platform.councils.admin.choosing import ExternalLinkView, choose_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="wagtailadmin_login"),
    path("logout/", RedirectView.as_view(pattern_name="account_logout"), name="admin_logout"),
    path("account/", require_admin_access(AccountView.as_view()), name="wagtailadmin_account"),
    path("choose-page/", require_admin_access(choose_page), name="wagtailadmin_choose_page"),
    path(
        "choose-external-link/",
        require_admin_access(ExternalLinkView.as_view()),
        name="wagtailadmin_choose_page_external_link",
    ),
    path("", include(wagtail_admin)),
]
