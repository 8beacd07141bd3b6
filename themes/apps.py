from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "leavingwell.themes"
    label = "themes"
