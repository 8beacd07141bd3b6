"""The addresses of the files that questions show, on councils' hosts and the nation's."""

from django.urls import URLPattern, re_path

from leavingwell.questionnaires.serving import media

urlpatterns: list[URLPattern] = [
    re_path(r"^questions/media/(?P<name>[0-9A-Za-z_.-]{1,80})$", media, name="question_media"),
]
