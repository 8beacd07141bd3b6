from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "leavingwell.content"
    label = "content"
