"""The menu entry "People and teams"."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from leavingwell.platform.access.admin import duty, signing_in, staff, teams
from leavingwell.platform.access.admin.screen import NAMESPACE, may_manage
from leavingwell.platform.councils.admin.allowed import open_namespace


class PeopleItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return may_manage(request)


class PeopleViewSet(ViewSet):  # type: ignore[misc]
    name = NAMESPACE
    url_prefix = "people"
    icon = "group"
    menu_label = _("People and teams")
    menu_item_class = PeopleItem
    menu_order = 150
    add_to_admin_menu = True

    @property
    def menu_url(self) -> Any:
        return reverse_lazy(f"{NAMESPACE}:staff")

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", staff.StaffListView.as_view(), name="staff"),
            path("invite/", staff.InviteView.as_view(), name="invite"),
            path("staff/<uuid:colleague>/", staff.ChangeView.as_view(), name="change"),
            path("staff/<uuid:colleague>/hand-over/", staff.HandOverView.as_view(), name="hand_over"),
            path("staff/<uuid:colleague>/remove/", staff.LeaveView.as_view(), name="remove"),
            path("staff/<uuid:colleague>/invite-again/", staff.InviteAgainView.as_view(), name="invite_again"),
            path("teams/", teams.TeamListView.as_view(), name="teams"),
            path("teams/add/", teams.AddTeamView.as_view(), name="add_team"),
            path("teams/<uuid:team>/", teams.ChangeTeamView.as_view(), name="change_team"),
            path("teams/<uuid:team>/close/", teams.CloseTeamView.as_view(), name="close_team"),
            path("signing-in/", signing_in.SigningInView.as_view(), name="signing_in"),
            path("duty/", duty.DutyView.as_view(), name="duty"),
            path("duty/start/", duty.StartView.as_view(), name="start_duty"),
            path("duty/<uuid:cover>/end/", duty.EndView.as_view(), name="end_duty"),
        ]

    def on_register(self) -> None:
        open_namespace(self.url_namespace)
        super().on_register()
