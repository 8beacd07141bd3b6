"""Who looked, opening a record in an emergency, one's own data, what copies leave out; leaving, and being offline."""

from django.urls import URLPattern, path

from leavingwell.themes.portal.exits import leave
from leavingwell.themes.portal.views import access_log, emergency, leaving_out, my_data, offline, style, sure

urlpatterns: list[URLPattern] = [
    path("who-looked/", access_log.access_log, name="access_log"),
    path("people/<str:person>/who-looked/", access_log.access_log, name="access_log"),
    path("what-changed/<str:thing>/", access_log.what_changed, name="what_changed"),
    path("my-data/", my_data.my_data, name="my_data"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("emergency/search/", emergency.search, name="emergency_search"),
    path("emergency/open/<str:person>/", emergency.open_record, name="emergency_open"),
    path("emergency/seen/<str:access>/", emergency.seen, name="emergency_seen"),
    path("people/<str:person>/left-out/", leaving_out.leaving_out, name="leaving_out"),
    path("people/<str:person>/left-out/again/<str:mark>/", leaving_out.show_again, name="show_again"),
    path("people/<str:person>/left-out/<str:subject>/", leaving_out.leave_out, name="leave_out"),
    path("offline/", offline.offline, name="offline"),
    path("sw.js", offline.worker, name="offline_worker"),
    path("still-here/", offline.still_here, name="still_here"),
    path("leave/", leave, name="leave"),
    path("sure/", sure.sure, name="sure"),
    path("style/", style.style, name="style"),
]
