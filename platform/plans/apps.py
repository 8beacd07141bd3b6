from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "leavingwell.platform.plans"
    label = "plans"
