"""Who works with whom, and a manager's team."""

from django.urls import URLPattern, path

from leavingwell.themes.portal.views import handing_over, my_team, translating, who

urlpatterns: list[URLPattern] = [
    path("my-workers/", who.my_workers, name="my_workers"),
    path("people/<str:person>/who/", who.who, name="who"),
    path("people/<str:person>/who/worker/", who.change_worker, name="change_worker"),
    path("people/<str:person>/who/team/", who.move, name="move_to_team"),
    path("people/<str:person>/translate/", translating.translate_words, name="translate_words"),
    path("team/", my_team.my_team, name="my_team"),
    path("people/<str:person>/hand-over/", handing_over.hand_over, name="hand_over_screen"),
    path("handed-back/", handing_over.handed_back, name="handed_back"),
    path("team/hand-over/", my_team.hand_over, name="hand_over"),
    path("team/cover/", my_team.start_cover, name="start_cover"),
    path("team/cover/<str:cover>/end/", my_team.end_cover, name="end_cover"),
]
