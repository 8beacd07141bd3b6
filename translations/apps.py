from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    name = "leavingwell.translations"
    label = "translations"
