from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Two made-up councils with their people and plans: for the demonstration and for tests."""

    name = "leavingwell.platform.demo"
    label = "demo"
