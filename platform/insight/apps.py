from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "leavingwell.platform.insight"
    label = "insight"
