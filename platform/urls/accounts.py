"""The parts of allauth that we use: no sign-up, no change of address, which the council keeps."""

from allauth.account import views
from allauth.mfa import urls as two_step
from allauth.usersessions import urls as sessions
from django.urls import URLPattern, URLResolver, include, path, re_path

from leavingwell.platform.people.own_address import ask, confirm
from leavingwell.platform.people.sign_in.proving import prove
from leavingwell.platform.people.sign_in.views import callback, only_this_way, start

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("login/code/", views.request_login_code, name="account_request_login_code"),
    path("login/code/confirm/", views.confirm_login_code, name="account_confirm_login_code"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/code/", views.confirm_password_reset_code, name="account_confirm_password_reset_code"),
    path("password/reset/new/", views.complete_password_reset, name="account_complete_password_reset"),
    path("password/reset/new/done/", views.password_reset_from_key_done, name="account_password_reset_completed"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/key/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("council/", start, name="council_account"),
    path("council/callback/", callback, name="council_account_callback"),
    path("council/code/", prove, name="council_account_proof"),
    path("council/only/", only_this_way, name="council_account_only"),
    path("address/", confirm, name="own_address"),
    path("address/code/", ask, name="own_address_code"),
    path("2fa/", include(two_step)),
    path("sessions/", include(sessions)),
]
